import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { Basket } from "../../src/basket.js";
import { Orders } from "../../src/orders.js";

it("still has a placed order after a restart", () => {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "orders.jsonl");
  const basket = new Basket();
  basket.add("cheese", 2);
  const number = new Orders(path).place(basket);
  assert.equal(new Orders(path).totalOf(number), 960);
});
