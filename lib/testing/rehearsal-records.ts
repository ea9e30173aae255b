import { createFeed } from "@/lib/registry/calendar-feed/create";
import { planRehearsal } from "@/lib/registry/rehearsal/plan-session";
import { setProgramme } from "@/lib/registry/rehearsal/set-programme";
import { requestWaiver } from "@/lib/registry/waiver/request";
import { newPerson, type TestTenant } from "./tenant";

type Place = { serviceId: string; environmentId: string; release: string };

/** Days from now, at ten in the morning, as a session's time is written. */
export const localDay = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`;

/** What somebody asks to be waived on a release, for a day from now. */
export const requestInput = (releaseId: string, checkId = "incidents.open") => ({
  scope: { releaseId },
  checkId,
  justification: "The incident is of another region.",
  mitigation: "The rollout leaves that region out.",
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

/** A programme and a session of a place, somebody's calendar, and a request for a waiver. */
export async function rehearsalRecords(tenant: TestTenant, { release, ...place }: Place) {
  const planner = { actor: await newPerson(tenant, ["sre-on-call"], "Paul Planner") };
  const programme = await setProgramme(planner, { ...place, cadence: { kind: "monthly", day: 31 } });
  const session = await planRehearsal(planner, { ...place, localTime: localDay(9), zone: "Europe/Berlin" });
  const feed = await createFeed(planner, {});
  const request = await requestWaiver(planner, requestInput(release));
  return { programme: programme.id, session: session.id, calendarFeed: feed.id, waiverRequest: request.id };
}
