import type { BrowserContext, Page } from "@playwright/test";
import { visit } from "@/e2e/support/visit";

const LIMIT_MS = 200;
const ROUNDS = 12;
const ORDER = ["Releases", "Incidents", "Readiness", "Scorecards", "Overview", "Rehearsals", "Waivers", "Action items"];

type Timing = { shownMs: number; wholeMs: number };

/**
 * Prints how long it takes, at the 75th percentile, from a click in the navigation until the page's heading is painted,
 * and until nothing of it is loading any more. The pointer rests on the link for as long as a person's does.
 */
export async function reportNavigation(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await visit(page, "/");
  const timings = new Map<string, Timing[]>(ORDER.map((label) => [label, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const label of ORDER) {
      const timing = await timedClick(page, label);
      if (round > 0) timings.get(label)?.push(timing);
    }
  }
  const all = [...timings.values()].flat();
  console.log(`\nNavigation, ms at the 75th percentile of ${all.length} clicks: heading painted | nothing loading`);
  for (const [label, own] of timings) print(label, own);
  print("all", all);
  await page.close();
}

function print(label: string, timings: readonly Timing[]): void {
  const shown = percentile75(timings.map(({ shownMs }) => shownMs));
  const whole = percentile75(timings.map(({ wholeMs }) => wholeMs));
  const word = shown <= LIMIT_MS ? "within" : "NOT WITHIN";
  console.log(
    `${label.padEnd(16)} ${shown.toFixed(0).padStart(5)} | ${whole.toFixed(0).padStart(5)} | ${word} ${LIMIT_MS} ms`,
  );
}

const percentile75 = (values: number[]): number =>
  values.sort((one, other) => one - other)[Math.ceil(values.length * 0.75) - 1] ?? Number.NaN;

const REST_ON_LINK_MS = 80;

async function timedClick(page: Page, label: string): Promise<Timing> {
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: label, exact: true });
  await link.hover();
  await page.waitForTimeout(REST_ON_LINK_MS);
  const timing = page.evaluate(measureNextClick, label);
  await link.click();
  return timing;
}

/** Runs in the page. */
function measureNextClick(heading: string): Promise<Timing> {
  return new Promise((resolve) => {
    let from = 0;
    let shownMs = 0;
    document.addEventListener("click", () => (from = performance.now()), { capture: true, once: true });
    function look() {
      const isThere = from > 0 && document.querySelector("main h1")?.textContent?.trim() === heading;
      if (isThere && shownMs === 0) shownMs = performance.now() - from;
      if (isThere && !document.querySelector("main .animate-pulse")) {
        return resolve({ shownMs, wholeMs: performance.now() - from });
      }
      requestAnimationFrame(look);
    }
    requestAnimationFrame(look);
  });
}
