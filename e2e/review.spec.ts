import { previousQuarter, quarterEnd, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { createActionItem } from "@/lib/registry/action-item/create";
import { declareIncident } from "@/lib/registry/incident/declare";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { expect, test } from "./fixtures";
import { actorOf, newPerson, otherTenant, serviceOf } from "./support/registry";
import { visit } from "./support/visit";

const DAY_MS = 86_400_000;
const ended = previousQuarter(quarterOf(new Date()));
const quarter = quarterText(ended);
const title = "Alert on a full queue";

test("a quarter's review is held up by its incomplete item until that is carried over by a signed waiver, and is then signed off and completed", async ({
  as,
  registry,
}) => {
  const { admin } = await otherTenant();
  const there = { ...registry, admin };
  const engineer = await actorOf(await newPerson(there, "Emil Engineer", ["engineer", "sre-on-call"]));
  const at = (daysBeforeEnd: number) => new Date(quarterEnd(ended).getTime() - daysBeforeEnd * DAY_MS);
  const then = (daysBeforeEnd: number) => ({ actor: engineer, clock: () => at(daysBeforeEnd) });
  const incident = { service: await serviceOf(admin), severity: "sev2", title: "The queue ran full" };
  const { id: incidentId, reference } = await declareIncident(then(20), incident);
  await resolveIncident(then(19), { incidentId });
  const item = { title, incidentId, ownerId: engineer.id, dueAt: at(5).toISOString() };
  await createActionItem(then(18), item);
  const account = await newPerson(there, "Bea Board", ["change-board"]);
  const board = await as(account);

  await visit(board, "/reviews");
  await board.getByRole("button", { name: "Open a review…" }).click();
  const opening = board.getByRole("dialog", { name: "Open a review" });
  await opening.getByLabel("Quarter").selectOption(quarter);
  await opening.getByRole("button", { name: "Open review" }).click();
  await board.getByRole("link", { name: quarter, exact: true }).click();
  await expect(board.getByRole("heading", { level: 1, name: `Readiness review ${quarter}` })).toBeVisible();
  const items = board.getByRole("region", { name: /^Post-incident items not complete/ });
  await expect(items.getByRole("row").filter({ hasText: title })).toContainText("Blocks completion");

  await test.step("the refusal names the item", async () => {
    await board.getByRole("button", { name: "Complete…" }).click();
    const completing = board.getByRole("dialog", { name: /^Complete the review/ });
    await completing.getByRole("button", { name: "Complete review" }).click();
    await expect(completing.getByRole("alert")).toContainText(`${reference} “${title}” (Emil Engineer`);
    await completing.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("a waiver with a new date takes the password", async () => {
    await board.getByRole("button", { name: `Carry over… ${title}` }).click();
    const waiving = board.getByRole("dialog", { name: `Carry over ${reference}` });
    await waiving.getByLabel("Justification").fill("The metric is exported by the next version only.");
    await waiving.getByLabel("Mitigation").fill("The queue is looked at every morning.");
    await waiving.getByLabel("Your password").fill("not the password");
    await waiving.getByRole("button", { name: "Sign the waiver" }).click();
    await expect(waiving.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
    await waiving.getByLabel("Your password").fill(account.password);
    await waiving.getByRole("button", { name: "Sign the waiver" }).click();
    await expect(waiving).toBeHidden();
    await expect(items.getByRole("row").filter({ hasText: title })).toContainText("Carried over until");
  });

  await board.getByRole("button", { name: "Sign off…" }).click();
  const signing = board.getByRole("dialog", { name: `Sign off ${quarter}` });
  await signing.getByLabel("Your name").fill("Bea Board");
  await signing.getByLabel("Your password").fill(account.password);
  await signing.getByRole("button", { name: "Sign off" }).click();
  await expect(board.getByText("It can be completed")).toBeVisible();

  await board.getByRole("button", { name: "Complete…" }).click();
  const completing = board.getByRole("dialog", { name: /^Complete the review/ });
  await completing.getByLabel("Conclusion").fill("Queues get alerts before they get users.");
  await completing.getByRole("button", { name: "Complete review" }).click();
  await expect(board.getByText(/^Completed by Bea Board/)).toBeVisible();
  await expect(board.getByText("Queues get alerts before they get users.").first()).toBeVisible();
  await expect(board.getByRole("button", { name: /Carry over|Sign off|Complete…/ })).toHaveCount(0);
});
