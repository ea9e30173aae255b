import type { Page, Response } from "@playwright/test";

/** Goes to a page and waits until it is alive: a click before that would be lost, as it is for a very fast person. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path);
  await alive(page);
  return answer;
}

/** React has taken over every control that the server rendered. */
export async function alive(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(() => {
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
    return [...document.querySelectorAll("body button, body form, body select")].every(isAlive);
  });
}
