/** Prices of a basket, in cents. */
export const PRICES = new Map([
  ["apple", 30],
  ["bread", 250],
  ["cheese", 480],
]);

export class Basket {
  items = new Map();

  add(product, count = 1) {
    if (!PRICES.has(product)) throw new RangeError(`${product} is not for sale`);
    if (!(Number.isInteger(count) && count >= 1)) throw new RangeError("count must be at least 1");
    this.items.set(product, (this.items.get(product) ?? 0) + count);
  }

  total() {
    return [...this.items].reduce((sum, [product, count]) => sum + PRICES.get(product) * count, 0);
  }
}
