import { grantWaiver } from "@/lib/registry/waiver/grant";
import { requestWaiver } from "@/lib/registry/waiver/request";
import { revokeWaiver } from "@/lib/registry/waiver/revoke";
import type { ServiceSlug } from "./catalogue";
import { after, askGate, by, type Draft } from "./draft";
import type { WaiverPlan } from "./plan";
import type { Story } from "./story";
import { DAY, plus, workingDay } from "./time";
import { FLAKY_SERVICE } from "./waived";
import { doneAt, type World } from "./world";

type Scope = { releaseId: string } | { serviceId: string };

type Of = { supersedesId?: string; requestId?: string };

async function grant(world: World, at: Date, scope: Scope, plan: WaiverPlan, of: Of = {}): Promise<string> {
  const { check: checkId, finding, justification, mitigation, days } = plan;
  const expiresAt = plus(at, days * DAY).toISOString();
  const input = { scope, checkId, finding, justification, mitigation, expiresAt, ...of };
  const { tomas, ines } = world.people;
  const granter = at.getUTCDate() % 3 === 0 ? ines : tomas;
  return (await grantWaiver(doneAt(granter, at), input)).id;
}

/** The change board accepts what the run found; some waivers are extended or taken back later. */
export async function* waive(draft: Draft, plans: WaiverPlan[]): Story {
  const { world } = draft;
  const scope = { releaseId: draft.releaseId };
  for (const plan of plans) {
    yield after(draft, draft.random.int(6, 20));
    const requestId = plan.requested ? await request(draft, plan) : undefined;
    if (requestId) yield after(draft, draft.random.int(8, 40));
    const id = await grant(world, draft.at, scope, plan, { requestId });
    yield after(draft, 4);
    await askGate(draft);
    if (plan.fate === "extended") {
      yield after(draft, 30);
      await grant(world, draft.at, scope, { ...plan, days: 5 }, { supersedesId: id });
    } else if (plan.fate === "revoked") {
      yield after(draft, 45);
      const revoked = { waiverId: id, reason: "The fixed version is out; a new run is on its way." };
      await revokeWaiver(by(draft, world.people.ines), revoked);
      yield after(draft, 2);
      await askGate(draft);
    }
  }
}

/** The author asks for a waiver, for a day longer than it is granted in the end. */
export async function request(draft: Draft, plan: WaiverPlan): Promise<string> {
  const { check: checkId, finding, justification, mitigation, days } = plan;
  const expiresAt = plus(draft.at, (days + 1) * DAY).toISOString();
  const scope = { releaseId: draft.releaseId };
  const input = { scope, checkId, finding, justification, mitigation, expiresAt };
  return (await requestWaiver(by(draft, draft.world.people[draft.author]), input)).id;
}

/** Waivers for a whole service: one extended and since expired, one in force. */
export async function* serviceWaivers(world: World, service: ServiceSlug): Story {
  const scope = { serviceId: world.services[service] };
  const first = workingDay(world.now, 34, 9, 10);
  yield first;
  const id = await grant(world, first, scope, FLAKY_SERVICE);
  const extended = workingDay(world.now, 24, 10, 30);
  yield extended;
  await grant(world, extended, scope, FLAKY_SERVICE, { supersedesId: id });
  const again = workingDay(world.now, 7, 9, 40);
  yield again;
  await grant(world, again, scope, { ...FLAKY_SERVICE, days: 20 });
}
