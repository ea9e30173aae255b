import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { shop } from "../../src/server.js";

const server = shop(join(mkdtempSync(join(tmpdir(), "shop-")), "orders.jsonl"));
let address = "";

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const order = (body) => fetch(`${address}/orders`, { method: "POST", body: JSON.stringify(body) });

it("places an order", async () => {
  const answer = await order({ apple: 2 });
  assert.equal(answer.status, 201);
  assert.deepEqual(await answer.json(), { order: 1, total: 60 });
});

it("refuses a bad order", async () => {
  assert.equal((await order({ moon: 1 })).status, 400);
});
