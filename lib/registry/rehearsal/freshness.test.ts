import { expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { rehearsalFreshness } from "@/lib/core/rehearsal/freshness";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { freshnessByService } from "./freshness";
import { listRehearsals, type RehearsalSummary } from "./queries";
import { recordRehearsal } from "./record";
import { remediateRehearsal } from "./remediate";

openDatabase();
const DAY = 86_400_000;
const OUTCOMES = ["passed", "failed", "aborted"] as const;

async function rehearse(actor: Actor, service: string, daysAgo: number, outcome: string): Promise<string> {
  const at = (offsetMs: number) => new Date(Date.now() - daysAgo * DAY + offsetMs).toISOString();
  const document = {
    kind: "rollback",
    service,
    environment: "staging",
    started_at: at(-60_000),
    finished_at: at(0),
    outcome,
    participants: ["Sam"],
    from_version: "2",
    to_version: "1",
  };
  return (await recordRehearsal({ actor }, { document })).id;
}

/** The answer for all rehearsals of the service, where the page reads only those that can decide. */
function judgedInFull(items: RehearsalSummary[], service: string, now: string) {
  const facts = items.filter((item) => item.service === service && item.environment === "staging");
  return rehearsalFreshness(facts, 30, new Date(now));
}

it("the page's freshness is that of all rehearsals, whatever their order, outcomes and remediations", async () => {
  const tenant = await newTenant();
  const actor = await newPerson(tenant, ["sre-on-call"]);
  for (let story = 0; story < 27; story += 1) {
    const service = `service-${story}`;
    await createService({ actor: tenant.admin }, { slug: service, name: service, owner: "platform" });
    for (const [place, daysAgo] of [3, 45, 20].entries()) {
      const outcome = OUTCOMES[Math.floor(story / 3 ** place) % 3] ?? "passed";
      const id = await rehearse(actor, service, daysAgo, outcome);
      if (outcome === "failed" && (story + place) % 2 === 0) {
        await remediateRehearsal({ actor }, { rehearsalId: id, remediation: "mended" });
      }
    }
    const { items } = await listRehearsals(actor, { service });
    const view = await freshnessByService(actor);
    const cell = view.services
      .find(({ slug }) => slug === service)
      ?.cells.find((each) => each.environment === "staging");
    expect(cell).toMatchObject(judgedInFull(items, service, view.now));
  }
});

it("what was never rehearsed is never fresh", async () => {
  const tenant = await newTenant();
  const { services } = await freshnessByService(tenant.admin);
  expect(services.flatMap(({ cells }) => cells.map(({ state }) => state))).toEqual(["never", "never", "never"]);
});
