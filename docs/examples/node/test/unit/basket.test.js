import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Basket } from "../../src/basket.js";

describe("the total of a basket", () => {
  for (const [items, total] of [
    [{}, 0],
    [{ apple: 1 }, 30],
    [{ apple: 2, bread: 1 }, 310],
  ]) {
    it(`of ${JSON.stringify(items)} is ${total}`, () => {
      const basket = new Basket();
      for (const [product, count] of Object.entries(items)) basket.add(product, count);
      assert.equal(basket.total(), total);
    });
  }
});

it("refuses what is not for sale", () => {
  assert.throws(() => new Basket().add("moon"), /not for sale/);
});
