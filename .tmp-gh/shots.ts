import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { launchOptions } from "../e2e/browser";
const db = JSON.parse(readFileSync("/tmp/gh-db.json", "utf8"));
const browser = await chromium.launch(launchOptions());
const base = "http://localhost:4477";
const context = await browser.newContext({ baseURL: base });
const page = await context.newPage();
page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
await page.goto("/sign-in", { timeout: 120000 });
await page.waitForTimeout(3000);
await page.getByLabel("E-mail").fill("ada@acme.example");
await page.getByLabel("Password").fill("correct horse battery");
await page.getByRole("button", { name: "Sign in" }).click();
await page.waitForURL((u) => !u.pathname.includes("sign-in"), { timeout: 60000 });
const only = process.argv[2];
for (const theme of ["light", "dark"] as const) for (const width of [1440, 360]) {
  if (only && only !== `${theme}${width}`) continue;
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 900 });
  for (const [name, path] of [["integrations", "/settings/integrations"], ["release", `/releases/${db.no}`]] as const) {
    await page.goto(path, { timeout: 120000 }); await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    if (name === "release") await page.locator("#deployments").scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/gh-${name}-${theme}-${width}.png`, fullPage: name !== "release" });
    const axe = await new AxeBuilder({ page }).analyze();
    const over = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    console.log(name, theme, width, "axe", axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`), "overflow", over);
  }
  await page.goto("/settings/integrations");
  for (const [button, file] of [["Connect GitHub", "gh"], ["Link a repository of GitHub of acme", "link"]] as const) {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("dialog").waitFor(); await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/gh-dialog-${file}-${theme}-${width}.png` });
    const axe = await new AxeBuilder({ page }).analyze();
    console.log("dialog", file, theme, width, axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`));
    await page.keyboard.press("Escape"); await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
}
await page.setViewportSize({ width: 1440, height: 900 });
await page.goto("/settings/integrations");
await page.getByRole("button", { name: "Add a webhook" }).click();
await page.getByRole("dialog").getByLabel("Name").fill(`Bot ${Date.now()}`);
await page.getByRole("dialog").getByLabel("Your password").fill("correct horse battery");
await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
await page.getByText("This webhook secret is shown only now").waitFor();
await page.screenshot({ path: "/tmp/gh-dialog-shown.png" });
await browser.close();
