import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { checkPack } from "@/lib/core/evidence-pack/check";
import { expect, test } from "./fixtures";
import { visit } from "./support/visit";

test("an auditor issues the evidence of a release, holds the file against its digest, and prints the page without the shell", async ({
  api,
  as,
  candidate,
}) => {
  const { id } = await candidate();
  await api.evaluate(id);
  const page = await as("lukas");
  await visit(page, `/releases/${id}`);
  await page.getByRole("link", { name: "Evidence pack" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Evidence of / })).toBeVisible();
  await expect(page.getByText("kept nowhere")).toBeVisible();
  await page.getByRole("button", { name: "Issue this pack" }).click();
  await expect(page.getByText("This is an issued evidence pack")).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the evidence pack as JSON" }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const digest = createHash("sha256").update(bytes).digest("hex");
  const issued = page.getByRole("table", { name: "Issued evidence packs, the latest first" });
  await expect(issued.getByRole("row")).toHaveCount(2);
  await expect(issued).toContainText(digest);
  const checked = checkPack(bytes, JSON.parse(bytes.toString("utf8")));
  expect(checked.faults).toEqual([]);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print or PDF" })).toBeHidden();
  await expect(page.getByText(/^printed \d/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Ledger entries, the oldest first" })).toBeVisible();
  await expect(page.getByText(checked.ledger.root).last()).toBeVisible();
});
