import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { nextQuarter, quarterEnd, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { census, ledgerOf } from "@/lib/testing/census";
import { noticesOf } from "@/lib/testing/notices";
import { openDatabase } from "@/lib/testing/registry";
import { followUpAt } from "@/lib/testing/review-records";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { closeActionItem } from "../action-item/close";
import { incompletePostIncidentItems } from "../action-item/incomplete";
import { declareIncident } from "../incident/declare";
import { carryOverItem } from "./carry-over";
import { completeReview } from "./complete";
import { openReviewsOfEnded } from "./due";
import { reviewFacts } from "./facts";
import { lockOpenReview } from "./find";
import { listReviews, reviewDetail } from "./queries";
import { signOffReview } from "./sign-off";
import { openReviews, remindOfReviews } from "./sweep";

const database = openDatabase();
const DAY = 86_400_000;
const quarter = quarterOf(new Date());
const end = quarterEnd(quarter);
const text = quarterText(quarter);
const pastEnd = (days: number) => new Date(end.getTime() + days * DAY);
const iso = (at: Date) => at.toISOString();

let tenant: TestTenant;
let board: PersonActor;
let owner: PersonActor;
let incidentId: string;
let reference: string;
let alert: string;
let limit: string;
let reviewId: string;

beforeAll(async () => {
  tenant = await newTenant();
  board = await newPerson(tenant, ["change-board"], "Chris Board");
  owner = await newPerson(tenant, ["change-board", "engineer"], "Olga Owner");
  const declared = { service: tenant.service.slug, severity: "sev2", title: "Slow checkout" };
  ({ id: incidentId, reference } = await declareIncident({ actor: owner }, declared));
  const dueAt = iso(pastEnd(-1));
  alert = await followUpAt(owner, new Date(), { incidentId, title: "Add an alert", dueAt });
  limit = await followUpAt(owner, new Date(), { incidentId, title: "Raise the limit", dueAt, ownerId: owner.id });
});

/** With a confirmation that was given just then. */
const at = (actor: PersonActor, now: Date) => ({
  actor,
  clock: () => now,
  stepUp: { personId: actor.id, method: "password" as const, at: now },
});
const digestAt = (id: string, now: Date) =>
  transaction({ tenantId: tenant.tenantId }, async (tx) => {
    return (await reviewFacts(tx, await lockOpenReview(tx, board, id), now)).digest;
  });
const sign = async (id: string, now: Date) =>
  signOffReview(at(board, now), { reviewId: id, digest: await digestAt(id, now), printedName: "Chris Board" });
const reasons = {
  justification: "The supplier ships next month.",
  mitigation: "The limit is watched by hand.",
};
const carryOver = (actor: PersonActor, now: Date, until: Date, actionItemId = limit) =>
  carryOverItem(at(actor, now), {
    ...{ reviewId, actionItemId, newDueAt: iso(until), ...reasons },
  });

describe("the review of a quarter", () => {
  it("is opened at the quarter's end, to the millisecond, once, and the board is told then and each week", async () => {
    await openReviews(tenant.tenantId, new Date(end.getTime() - 1));
    expect((await listReviews(board)).items).toEqual([]);
    await Promise.all([openReviews(tenant.tenantId, end), openReviews(tenant.tenantId, end)]);
    const { items } = await listReviews(board);
    expect(items).toMatchObject([{ quarter: text, state: "open", openedBy: "Readiness", incompleteItems: 2 }]);
    reviewId = items[0]?.id ?? "";
    const dueAt = (now: Date) =>
      transaction({ tenantId: tenant.tenantId }, (tx) => openReviewsOfEnded(tx, tenant.tenantId, now));
    expect(await dueAt(new Date(end.getTime() - 1))).toEqual([]);
    expect(await dueAt(end)).toEqual([{ id: reviewId, quarter: text, endedAt: iso(end), incompleteItems: 2 }]);
    const told = (week: number) => ["Chris Board", "Olga Owner"].map((name) => `${reviewId}:week-${week} → ${name}`);
    expect(await noticesOf(database.web, tenant.tenantId, "review-due")).toEqual(told(0));
    await remindOfReviews(tenant.tenantId, new Date(pastEnd(7).getTime() - 1));
    expect(await noticesOf(database.web, tenant.tenantId, "review-due")).toEqual(told(0));
    await remindOfReviews(tenant.tenantId, pastEnd(7));
    const before = await census(database.web, tenant.tenantId);
    await openReviews(tenant.tenantId, pastEnd(7));
    await remindOfReviews(tenant.tenantId, pastEnd(7));
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
    expect(await noticesOf(database.web, tenant.tenantId, "review-due")).toEqual([...told(0), ...told(1)]);
  });

  it("cannot be completed over incomplete items of past quarters, and the refusal names each of them", async () => {
    await sign(reviewId, pastEnd(1));
    const refusal = completeReview({ actor: board, clock: () => pastEnd(1) }, { reviewId });
    await expect(refusal).rejects.toMatchObject({ code: "conflict" });
    await expect(refusal).rejects.toThrow(`${reference} “Add an alert” (Sam Reliable`);
    await expect(refusal).rejects.toThrow(`${reference} “Raise the limit” (Olga Owner`);
  });

  it("passes an item over only by a waiver that somebody else of the board signs, confirmed, with a new date", async () => {
    const until = pastEnd(60);
    const wish = { reviewId, actionItemId: limit, newDueAt: iso(until), ...reasons };
    const unconfirmed = { actor: board, clock: () => pastEnd(1) };
    await expect(carryOverItem(unconfirmed, wish)).rejects.toMatchObject({ code: "unauthenticated" });
    const hasty = { ...wish, mitigation: "None" };
    await expect(carryOverItem(at(board, pastEnd(1)), hasty)).rejects.toMatchObject({ code: "invalid" });
    await expect(carryOver(owner, pastEnd(1), until)).rejects.toMatchObject({ code: "forbidden" });
    await expect(carryOver(board, pastEnd(1), pastEnd(94))).rejects.toMatchObject({ code: "invalid" });
    const later = await followUpAt(owner, end, { incidentId, title: "Of the next quarter" });
    await expect(carryOver(board, pastEnd(1), until, later)).rejects.toMatchObject({ code: "conflict" });
    await carryOver(board, pastEnd(1), until);
    const items = await transaction({ tenantId: tenant.tenantId }, (tx) =>
      incompletePostIncidentItems(tx, tenant.tenantId, { openedBefore: end }),
    );
    expect(items.find(({ id }) => id === limit)?.dueAt).toBe(iso(until));
    const entry = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(entry).toMatchObject({
      command: "review.carry-over",
      body: { data: { dueBefore: iso(pastEnd(-1)), until: iso(until), mitigation: "The limit is watched by hand." } },
    });
  });

  it("is signed as it is: what has changed since the signer looked takes a signature of its own", async () => {
    const seen = await digestAt(reviewId, pastEnd(2));
    const note = "The alert is there and was tried.";
    await closeActionItem({ actor: owner, clock: () => pastEnd(2) }, { actionItemId: alert, state: "done", note });
    const stale = signOffReview(at(board, pastEnd(2)), { reviewId, digest: seen, printedName: "Chris Board" });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    const unsigned = completeReview({ actor: board, clock: () => pastEnd(2) }, { reviewId });
    await expect(unsigned).rejects.toThrow(/has signed what the review looks at now\. Chris Board signed an earlier/);
    await sign(reviewId, pastEnd(2));
    expect(await digestAt(reviewId, pastEnd(40))).toBe(await digestAt(reviewId, pastEnd(2)));
  });

  it("is then completed by one of two at once, and goes on showing what was signed", async () => {
    const attempts = [board, owner].map((actor) =>
      completeReview({ actor, clock: () => pastEnd(3) }, { reviewId, conclusion: "One item is carried over." }),
    );
    const outcomes = (await Promise.allSettled(attempts)).map(({ status }) => status).sort();
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    const note = "The limit was raised at last.";
    const completed = await reviewDetail(board, reviewId);
    await closeActionItem({ actor: owner, clock: () => pastEnd(50) }, { actionItemId: limit, state: "done", note });
    const shown = await reviewDetail(board, reviewId);
    expect(shown).toMatchObject({ state: "completed", conclusion: "One item is carried over.", hindrances: [] });
    expect(shown.facts).toEqual(completed.facts);
    expect(shown.facts.incompleteItems.map(({ id }) => id)).toEqual([limit]);
    await expect(sign(reviewId, pastEnd(4))).rejects.toMatchObject({ code: "conflict" });
  });

  it("of the next quarter asks again for what is incomplete: no waiver of an earlier review counts in it", async () => {
    const nextEnd = quarterEnd(nextQuarter(quarter));
    await openReviews(tenant.tenantId, nextEnd);
    const [next] = (await listReviews(board)).items;
    const refusal = completeReview({ actor: board, clock: () => nextEnd }, { reviewId: next?.id });
    await expect(refusal).rejects.toThrow(/“Of the next quarter” .* is neither complete nor carried over/);
  });
});
