import { describe, expect, it } from "vitest";
import { type ExportFormat, type ExportPlan, exportFormat, exportResponse } from "./export";

const ITEMS = Array.from({ length: 7 }, (_, index) => ({ name: index === 3 ? "=1+1" : `item ${index}`, count: index }));

/** A list that gives two of them a page. */
const plan: ExportPlan<(typeof ITEMS)[number]> = {
  name: "things",
  columns: [
    { name: "name", value: ({ name }) => name },
    { name: "count", value: ({ count }) => (count === 0 ? null : count) },
  ],
  async page(after) {
    const start = Number(after ?? 0);
    const next = start + 2;
    return { items: ITEMS.slice(start, next), next: next < ITEMS.length ? String(next) : null };
  },
};
const textOf = (format: ExportFormat, of = plan) => exportResponse(of, format).text();

describe("an exported list", () => {
  it("holds every page once, in CSV with what a spreadsheet would run made harmless", async () => {
    const lines = (await textOf("csv")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(8);
    expect([lines[0], lines[1], lines[4]]).toEqual(["name,count", "item 0,", `"'=1+1",3`]);
  });

  it("holds the same rows as JSON, as they are", async () => {
    const rows = JSON.parse(await textOf("json"));
    expect(rows).toEqual(ITEMS.map(({ name, count }) => ({ name, count: count || null })));
    expect(JSON.parse(await textOf("json", { ...plan, page: async () => ({ items: [], next: null }) }))).toEqual([]);
  });

  it("breaks off when a page cannot be read, so that no half looks whole", async () => {
    const broken: typeof plan = {
      ...plan,
      page: (after) => (after ? Promise.reject(new Error("gone")) : plan.page(after)),
    };
    await expect(textOf("json", broken)).rejects.toThrow("gone");
  });

  it.each([
    ["json", "application/json", 'attachment; filename="things.json"'],
    ["csv", "text/csv", 'attachment; filename="things.csv"'],
    ["xml", "text/csv", 'attachment; filename="things.csv"'],
  ])("asked for %s is a %s file that no cache keeps", (asked, type, disposition) => {
    const { headers } = exportResponse(plan, exportFormat(asked));
    expect(headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(headers.get("content-disposition")).toBe(disposition);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
