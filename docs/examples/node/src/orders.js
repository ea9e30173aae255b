import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Orders, kept one a line in a file. */
export class Orders {
  #path;
  #totals = [];

  constructor(path) {
    this.#path = path;
    if (existsSync(path)) {
      this.#totals = readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).total);
    }
  }

  place(basket) {
    const total = basket.total();
    appendFileSync(this.#path, `${JSON.stringify({ items: Object.fromEntries(basket.items), total })}\n`);
    return this.#totals.push(total);
  }

  totalOf(order) {
    return this.#totals[order - 1] ?? null;
  }
}
