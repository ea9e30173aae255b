"""`POST /orders {"apple": 2}` places an order; `GET /version` says which version answers."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from shop import VERSION
from shop.basket import Basket
from shop.orders import Orders


def serve(path: str, port: int = 0) -> ThreadingHTTPServer:
    orders = Orders(path)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/version":
                self._answer(200, {"version": VERSION})
            else:
                self._answer(404, {"error": "not found"})

        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            basket = Basket()
            try:
                for product, count in json.loads(self.rfile.read(length)).items():
                    basket.add(product, count)
            except ValueError as error:
                self._answer(400, {"error": str(error)})
                return
            self._answer(201, {"order": orders.place(basket), "total": basket.total()})

        def _answer(self, status: int, body: dict) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


if __name__ == "__main__":
    serve(os.environ.get("SHOP_ORDERS", "orders.db"), int(os.environ.get("SHOP_PORT", "8080"))).serve_forever()
