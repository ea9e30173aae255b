import json
import threading
import urllib.error
import urllib.request

import pytest

from shop.server import serve


@pytest.fixture
def address(tmp_path):
    server = serve(str(tmp_path / "orders.db"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def post(url, body):
    return urllib.request.urlopen(urllib.request.Request(url, data=json.dumps(body).encode(), method="POST"))


def test_an_order_is_placed(address):
    with post(f"{address}/orders", {"apple": 2}) as answer:
        assert answer.status == 201
        assert json.load(answer) == {"order": 1, "total": 60}


def test_a_bad_order_is_refused(address):
    with pytest.raises(urllib.error.HTTPError, match="400"):
        post(f"{address}/orders", {"moon": 1})
