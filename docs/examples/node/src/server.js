import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Basket } from "./basket.js";
import { Orders } from "./orders.js";

export const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** `POST /orders {"apple": 2}` places an order; `GET /version` says which version answers. */
export function shop(path) {
  const orders = new Orders(path);
  return createServer(async (request, response) => {
    const answer = (status, body) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.method === "GET" && request.url === "/version") return answer(200, { version });
    if (request.method !== "POST" || request.url !== "/orders") return answer(404, { error: "not found" });
    let text = "";
    for await (const chunk of request) text += chunk;
    const basket = new Basket();
    try {
      for (const [product, count] of Object.entries(JSON.parse(text))) basket.add(product, count);
    } catch (error) {
      return answer(400, { error: error.message });
    }
    return answer(201, { order: orders.place(basket), total: basket.total() });
  });
}

if (process.argv[1]?.endsWith("server.js")) {
  shop(process.env.SHOP_ORDERS ?? "orders.jsonl").listen(Number(process.env.SHOP_PORT ?? 8080), "127.0.0.1");
}
