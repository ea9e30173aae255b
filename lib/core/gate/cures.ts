import type { Role } from "@/lib/core/access";
import { compareText } from "@/lib/core/approval/counting";
import type { Context } from "./context";
import type { Cure } from "./judgement";
import type { Unknown } from "./known";

/** A new revision has a new digest: whoever signed before has to sign again. `explain.ts` counts that in. */
export const MANIFEST_CURE = "manifest";

/** Names of the people who hold a role now, in order; empty where nobody is known to. */
export function peopleWith(context: Context, role: Role): string[] {
  return context.facts.approvers
    .filter(({ roles }) => roles.includes(role))
    .map(({ name }) => name)
    .sort(compareText);
}

export function pipelineCure({ release }: Context): Cure {
  const action = `Run the readiness pipeline for commit ${release.commit.slice(0, 12)} in ${release.environment} until every suite passes, and submit its scorecard`;
  return { key: "pipeline", action, owner: "pipeline", people: [] };
}

export function metricsCure({ release }: Context): Cure {
  const action = `Submit a metrics snapshot of commit ${release.commit.slice(0, 12)} in ${release.environment} that is within the limits`;
  return { key: "metrics", action, owner: "pipeline", people: [] };
}

export function manifestCure(context: Context): Cure {
  const action = context.manifest.known ? "Put a corrected revision of the manifest" : "Put the release manifest";
  return { key: MANIFEST_CURE, action, owner: "release-engineer", people: peopleWith(context, "release-engineer") };
}

/** Where calendars are unknown or cannot be read. */
export function calendarsCure(context: Context): Cure {
  const owner = "change-board";
  const action = "Mend the rollout calendar, then evaluate again";
  return { key: "calendars", action, owner, people: peopleWith(context, owner) };
}

/** Where the look-up itself failed, no new evidence helps before it works again. */
export function cureOf(unknown: Unknown, natural: Cure): Cure {
  if (!unknown.unreachable) return natural;
  const action = `Evaluate again once this is mended: ${unknown.reason}`;
  return { key: `look-up:${unknown.reason}`, action, owner: "admin", people: [] };
}
