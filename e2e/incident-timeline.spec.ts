import type { Browser, Page } from "@playwright/test";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { declareIncident } from "@/lib/registry/incident/declare";
import { expect, test } from "./fixtures";
import { TimelinePart } from "./pages/timeline-part";
import { type OwnServer, ownServer } from "./support/own-server";
import { actorOf, type Registry } from "./support/registry";
import { signInOn } from "./support/sign-in";
import { sampleSignIn } from "./support/stage";

/** Less than the time after which a page would find out by itself: what is seen by then was told. */
const TOLD = { timeout: 10_000 };

async function newIncident({ newService }: Registry): Promise<string> {
  const actor = await actorOf(sampleSignIn("rafael"));
  const wish = { service: await newService(), severity: "sev3", title: "The queue grows" };
  return (await declareIncident({ actor }, wish)).id;
}

test("two people see at once what the other writes, pins and corrects on a timeline", async ({ as, registry }) => {
  const path = `/incidents/${await newIncident(registry)}`;
  const [rafael, priya] = await Promise.all([as("rafael"), as("priya")]);
  const [one, other] = await Promise.all([new TimelinePart(rafael).open(path), new TimelinePart(priya).open(path)]);
  await one.write("The consumers are stuck.");
  await expect(other.entry("The consumers are stuck.")).toContainText(sampleSignIn("rafael").name, TOLD);
  await other.write("Restarting the consumers.");
  await expect(one.entry("Restarting the consumers.")).toContainText("00:00", TOLD);

  await other.entry("The consumers are stuck.").getByRole("button", { name: /^Pin/ }).click();
  const pinned = one.part.getByRole("list", { name: "Pinned entries" });
  await expect(pinned.getByText("The consumers are stuck.")).toBeVisible(TOLD);

  await other
    .entry("Restarting the consumers.")
    .getByRole("button", { name: /^Correct/ })
    .click();
  await priya.getByRole("dialog").getByLabel("What holds").fill("Restarting half of the consumers.");
  await priya.getByRole("dialog").getByRole("button", { name: "Correct", exact: true }).click();
  const corrected = one.entry("Restarting half of the consumers.");
  await expect(corrected).toBeVisible(TOLD);
  await corrected.getByText("Corrected").click();
  await expect(corrected.getByText("Restarting the consumers.")).toBeVisible();

  await one.part.getByLabel("Show").selectOption({ label: "Pinned" });
  await expect(one.entry("The consumers are stuck.")).toBeVisible();
  await expect(corrected).toBeHidden();
});

test("a server that is killed while somebody writes loses no entry and doubles none", async ({
  api,
  as,
  browser,
  registry,
}) => {
  const id = await newIncident(registry);
  const path = `/incidents/${id}`;
  const lines = Array.from({ length: 8 }, (_, index) => `line ${index + 1}`);
  await ownServer(async (server) => {
    await server.start();
    const writing = await pageOn(browser, server);
    const writer = await new TimelinePart(writing).open(server.url + path);
    const reader = await new TimelinePart(await as("priya")).open(path);

    await test.step("it is killed between what it has taken and what it has not", async () => {
      for (const line of lines.slice(0, 5)) await writer.write(line);
      await expect(reader.entry("line 1")).toBeVisible(TOLD);
      await server.kill();
      for (const line of lines.slice(5)) await writer.write(line);
      await expect(writer.part.getByText("Disconnected")).toBeVisible();
      await expect(writer.unsent.getByText("line 8")).toBeVisible();
    });

    await server.start();
    await writer.live();
    await expect.poll(() => writer.texts("line")).toEqual(lines);
    await expect(writer.unsent).toBeHidden();
    await expect.poll(() => reader.texts("line")).toEqual(lines);
    const answer = await api.http.get(`/api/v1/incidents/${id}/entries`);
    const { entries } = (await answer.json()) as { entries: TimelineEntry[] };
    expect(entries.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual(lines);

    await test.step("one that is told to stop does not wait for the pages that follow it", async () => {
      expect(await server.stop()).not.toBe(KILLED);
    });
    await writing.context().close();
  });
});

/** Exit code of a server that had to be killed because it did not end by itself. */
const KILLED = 137;

/** A session of its own: servers of another secret know no other. */
async function pageOn(browser: Browser, { url }: OwnServer): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signInOn(page, sampleSignIn("rafael"));
  return page;
}
