import { expect, test } from "./fixtures";
import { visit } from "./support/visit";

test("everything is found and reached by keyboard, and single keys can be switched off", async ({ as }) => {
  const page = await as("ines");
  await visit(page, "/");
  const palette = page.getByRole("dialog", { name: "Search, go to a page or do something" });

  await test.step("a key opens the search, and what names a record wholly leads there", async () => {
    await expect(async () => {
      if (!(await palette.isVisible())) await page.keyboard.press("/");
      await expect(palette.getByRole("combobox")).toBeFocused({ timeout: 2000 });
    }).toPass();
    await page.keyboard.type("inc-7");
    const option = palette.getByRole("option", { name: /^INC-7 / });
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expect(palette.getByRole("group", { name: "Incidents" }).getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Answers wait minutes in the queue");
  });

  await test.step("it is remembered, and a word without a record is no dead end", async () => {
    await page.keyboard.press("Control+k");
    await expect(palette.getByRole("group", { name: "Recent" }).getByRole("option")).toContainText([/^INC-7/]);
    await page.keyboard.type("nobody-ever-wrote-this");
    await expect(palette.getByRole("status")).toContainText("no record");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/search?q=nobody-ever-wrote-this");
    await expect(page.getByText("Nothing is found by “nobody-ever-wrote-this”")).toBeVisible();
  });

  await test.step("the page of all that is found groups it, marks it and narrows it by kind", async () => {
    await visit(page, "/search?q=pool");
    const incidents = page.getByRole("region", { name: "Incidents" });
    await expect(incidents.locator("mark").first()).toHaveText("pool");
    await expect(page.getByRole("region", { name: "Postmortems" })).toBeVisible();
    const filters = page.getByRole("search", { name: "Search everything" });
    await filters.getByLabel("Kind").selectOption("Incidents");
    await filters.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/kind=incident/);
    await expect(page.getByRole("region", { name: "Postmortems" })).toHaveCount(0);
    await incidents.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("pool");
  });

  await test.step("keys one after another go to pages, until they are switched off", async () => {
    await page.keyboard.press("g");
    await expect(page.getByRole("status").filter({ hasText: "then" })).toContainText("Releases");
    await page.keyboard.press("r");
    await expect(page).toHaveURL("/releases");
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list.getByText("Rehearsals")).toBeVisible();
    await list.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible();
    await expect(page).toHaveURL("/releases");
  });
});
