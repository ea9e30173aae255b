import { declareIncident } from "@/lib/registry/incident/declare";
import { openReview } from "@/lib/registry/review/open";
import { reviewDetail } from "@/lib/registry/review/queries";
import { systemActor } from "@/lib/registry/system-actor";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import { followUpAt, signOff } from "./review-records";

/** A review for each command, of quarters in which nothing happened: what one looks at stays as it was signed. */
export async function readyReviews({ tenant, caller }: ReadyPlace): Promise<ReadyCalls> {
  const opened = async (quarter: string) => (await openReview({ actor: caller }, { quarter })).id;
  const [toSign, toComplete, toNote, toCarry] = [
    await opened("2001-Q1"),
    await opened("2001-Q2"),
    await opened("2002-Q1"),
    await opened("2005-Q4"),
  ];
  await signOff(caller, toComplete);
  const incident = { service: tenant.service.slug, severity: "sev3", title: "The pool runs dry" };
  const { id: incidentId } = await declareIncident({ actor: caller }, incident);
  const item = { incidentId, title: "Replace the pool" };
  const actionItemId = await followUpAt(caller, new Date("2005-11-01T12:00:00Z"), item);
  return {
    "review.open-due": { actor: systemActor(tenant.tenantId) },
    "review.note": { change: { reviewId: toNote } },
    "review.carry-over": { change: { reviewId: toCarry, actionItemId } },
    "review.sign-off": { change: { reviewId: toSign, digest: (await reviewDetail(caller, toSign)).digest } },
    "review.complete": { change: { reviewId: toComplete } },
  };
}
