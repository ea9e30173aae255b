import type { Page } from "@playwright/test";
import { parsePostmortem } from "@/lib/core/incident/postmortem/parse";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { expect, test } from "./fixtures";
import type { Api } from "./support/api";
import { sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

test("two people write one postmortem at once and lose no word of it, and it is published, reviewed and archived", async ({
  api,
  as,
  registry,
}) => {
  const id = await resolvedIncident(api, await registry.newService());
  const path = `/incidents/${id}`;
  const [rafael, priya] = [sampleSignIn("rafael").name, sampleSignIn("priya").name];
  const one = await as("rafael");
  await visit(one, path);
  await one.getByRole("button", { name: "Begin the postmortem" }).click();
  await one.getByRole("link", { name: "Write the postmortem" }).click();
  await expect(field(one, "Root Cause").getByRole("textbox")).toBeVisible();
  const other = await as("priya");
  await visit(other, `${path}/postmortem`);

  await test.step("each writes the same field before either hears of the other", async () => {
    const release = await heldBack(one);
    await field(one, "Root Cause").getByRole("textbox").fill("The pool was too small.");
    await field(other, "Root Cause").getByRole("textbox").fill("Nobody watched the pool.");
    await expect(field(other, "Root Cause").getByRole("status")).toHaveText("Saved");
    release();
    const both = one.getByRole("alert", { name: "Two texts of Root Cause" });
    await expect(both).toContainText(priya);
    await expect(both).toContainText("Nobody watched the pool.");
    await expect(both).toContainText("The pool was too small.");
    await both.getByRole("button", { name: "Keep both" }).click();
    await expect(both).toBeHidden();
    await expect(field(one, "Root Cause").getByRole("status")).toHaveText("Saved");
    await expect(other.getByRole("textbox", { name: "Root Cause 2" })).toHaveValue("The pool was too small.");
  });

  await field(one, "Impact").getByRole("textbox").fill("Nobody could pay.");
  await field(other, "Mitigations Applied").getByRole("textbox").fill("Restarted the workers.");
  await expect(one.getByRole("textbox", { name: "Mitigations Applied 1" })).toHaveValue("Restarted the workers.");
  await one.getByRole("button", { name: "Publish…" }).click();
  await one.getByRole("button", { name: /^Publish revision/ }).click();
  await expect(one.getByRole("heading", { name: "Version 1", exact: true })).toBeVisible();

  await test.step("somebody else's approval lets it be completed", async () => {
    await expect(one.getByRole("button", { name: "Complete…" })).toBeHidden();
    await expect(other.getByRole("heading", { name: "Version 1", exact: true })).toBeVisible();
    await other.getByRole("button", { name: "Approve…" }).click();
    await other.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(other.getByText("Your answer is recorded")).toBeVisible();
    await visit(one, `${path}/postmortem`);
    await one.getByRole("button", { name: "Complete…" }).click();
    await one.getByRole("button", { name: "Complete and archive" }).click();
    await expect(one.getByText("Archived", { exact: true })).toBeVisible();
    await expect(one.getByText(`completed by ${rafael}`)).toBeVisible();
  });

  const archived = await (await api.http.get(`/api/v1/incidents/${id}/postmortem.md`)).text();
  const document = parsePostmortem(archived);
  expect(document.rootCause).toEqual(["Nobody watched the pool.", "The pool was too small."]);
  expect(renderPostmortem(document)).toBe(archived);
});

const field = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function resolvedIncident(api: Api, service: string): Promise<string> {
  const data = { service, severity: "sev2", title: "The pool ran dry" };
  const { id } = await (await api.http.post("/api/v1/incidents", { data })).json();
  expect((await api.http.post(`/api/v1/incidents/${id}/resolve`, { data: {} })).ok()).toBe(true);
  return id;
}

/** Keeps what the page sends from arriving until the function that it gives is called. */
async function heldBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/postmortem", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  return release;
}
