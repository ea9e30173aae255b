import lighthouse, { desktopConfig } from "lighthouse";
import type { BrowserStage } from "@/lib/launch/browser-stage";
import type { Route } from "./routes";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LIMIT = 95;
const AUDITED = ["/", "/readiness", "/releases/…", "/incidents/…"];

/** Prints Lighthouse's scores of the pages that matter most, and what cost points. */
export async function reportLighthouse({ baseUrl, debugPort, context }: BrowserStage, routes: readonly Route[]) {
  const cookies = await context.cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  console.log(`\nLighthouse, desktop: ${CATEGORIES.join(" | ")}`);
  for (const { name, path } of routes.filter((each) => AUDITED.includes(each.name))) {
    const flags = { port: debugPort, onlyCategories: CATEGORIES, logLevel: "error", extraHeaders: { Cookie } } as const;
    const report = (await lighthouse(`${baseUrl}${path}`, { ...flags, onlyCategories: CATEGORIES }, desktopConfig))
      ?.lhr;
    if (!report) throw new Error(`Lighthouse had nothing to say of ${path}.`);
    const scores = CATEGORIES.map((key) => Math.round((report.categories[key]?.score ?? 0) * 100));
    const word = scores.every((score) => score >= LIMIT) ? "at least" : "NOT AT LEAST";
    console.log(`${name.padEnd(16)} ${scores.join(" | ")} | ${word} ${LIMIT}`);
    for (const { title, score, displayValue } of Object.values(report.audits)) {
      if (score !== null && score < 0.9) console.log(`    ${score.toFixed(2)} ${title} ${displayValue ?? ""}`);
    }
  }
}
