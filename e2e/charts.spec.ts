import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { parseCsv } from "@/lib/core/csv/parse";
import { expect, test } from "./fixtures";
import { visit } from "./support/visit";

const PNG_BEGIN = "89504e470d0a1a0a";

test("a chart tells the same numbers by arrow keys, table and files", async ({ as }) => {
  const page = await as("ines");
  await visit(page, "/incidents/analytics?period=365d");
  const chart = page.getByRole("figure", { name: "Incidents", exact: true });
  await chart.getByText("As a table").click();
  const rows = await rowsOf(chart);
  expect(rows.length).toBeGreaterThan(11);
  expect(rows.some(([, ...counts]) => counts.some((count) => Number(count) > 0))).toBe(true);

  await test.step("arrow keys walk through every stretch and say it", async () => {
    const drawing = chart.getByRole("application");
    await drawing.focus();
    await page.keyboard.press("Home");
    for (const [when, sev1, sev2, sev3] of rows) {
      await expect(drawing.getByRole("status")).toHaveText(`${when}: Sev1 ${sev1}, Sev2 ${sev2}, Sev3 ${sev3}.`);
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Escape");
    await expect(drawing.getByRole("status")).toBeEmpty();
  });

  await test.step("one series alone is what is said then", async () => {
    await chart.getByRole("button", { name: "Sev2" }).click();
    await chart.getByRole("application").focus();
    await page.keyboard.press("Home");
    await expect(chart.getByRole("status")).toHaveText(`${rows[0]?.[0]}: Sev2 ${rows[0]?.[2]}.`);
  });

  await test.step("the downloaded numbers are those of the table", async () => {
    const parsed = parseCsv((await downloaded(page, chart, "CSV")).toString("utf8"));
    const records = "records" in parsed ? parsed.records.map(({ cells }) => cells) : [];
    expect(records.map((cells) => cells.slice(2))).toEqual([
      ["Sev1 (count)", "Sev2 (count)", "Sev3 (count)"],
      ...rows.map(([, ...counts]) => counts),
    ]);
  });

  await test.step("the picture is one, and sharp", async () => {
    const picture = await downloaded(page, chart, "PNG");
    expect(picture.subarray(0, 8).toString("hex")).toBe(PNG_BEGIN);
    expect(picture.readUInt32BE(16)).toBe(1920);
    expect(picture.length).toBeGreaterThan(10_000);
  });
});

/** The texts of the table's rows. */
async function rowsOf(chart: Locator): Promise<string[][]> {
  const rows = await chart.getByRole("row").all();
  return Promise.all(rows.slice(1).map((row) => row.getByRole("rowheader").or(row.getByRole("cell")).allInnerTexts()));
}

async function downloaded(page: Page, chart: Locator, format: "CSV" | "PNG"): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", { name: `Download Incidents as ${format}` }).click(),
  ]);
  return readFile(await download.path());
}
