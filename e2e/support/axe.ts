import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What a theme can change: the rules that look at colours. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Violations of WCAG 2.2 AA, or of certain rules, on the page as it stands; `alike` is passed over. */
export async function violations(page: Page, alike?: string, rules?: string[]) {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const options: RunOptions = {
    runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: WCAG },
    // Whatever passes is described in full else, which takes twice as long as finding it out.
    resultTypes: ["violations"],
  };
  return page.evaluate(
    async ([asked, passedOver]) => {
      if (!window.axe) throw new Error("axe was not loaded");
      const context = { include: [["html"]], exclude: passedOver ? [[passedOver]] : [] };
      const found = await window.axe.run(context, asked);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
      );
    },
    [options, alike] as const,
  );
}
