import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
const base = "http://localhost:3460";
const { people } = JSON.parse(readFileSync("/tmp/e2edev/credentials.json", "utf8"));
const who = process.argv[2]; const paths = process.argv.slice(3);
const p = people.find((x) => x.email.startsWith(who + "@"));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ baseURL: base, viewport: { width: Number(process.env.W ?? 1280), height: 900 } });
const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
const r = await context.request.post("/api/auth/callback/credentials", { form: { csrfToken, email: p.email, password: p.password, json: "true" } });
console.log("signin", r.status(), (await r.text()).slice(0, 100));
const page = await context.newPage();
page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
page.on("pageerror", (e) => console.log("pageerror:", e.message.slice(0, 300)));
let i = 0;
for (const path of paths) {
  const a = await page.goto(path, { timeout: 90000 });
  console.log(path, a.status(), page.url());
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `/tmp/e2edev/peek${i++}.png`, fullPage: true });
}
await browser.close();
