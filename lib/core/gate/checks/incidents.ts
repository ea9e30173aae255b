import { compareText } from "@/lib/core/approval/counting";
import { parseInstant } from "@/lib/core/instant";
import type { Context } from "../context";
import { cureOf, peopleWith } from "../cures";
import type { IncidentFact } from "../facts";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, passes } from "../judgement";

const OWNER = "incident-commander";

/** No open Sev1 incident on the service. */
export function incidentsOpen(context: Context): Judgement {
  const { incidents } = context;
  const frame: Frame = { threshold: 0, unit: "incidents", owner: OWNER };
  if (!incidents.known) {
    const cure = { key: "incidents", action: "Look up the open incidents again", owner: "admin", people: [] };
    return notKnown(frame, incidents, cureOf(incidents, cure));
  }
  const open = incidents.value.filter(({ severity }) => severity === "sev1").sort(byTime);
  const first = open[0];
  if (!first) return passes(frame, 0);
  const evidence = { kind: "incident", id: first.id, label: first.title, at: first.declaredAt } as const;
  return fallsShort(
    { ...frame, evidence },
    {
      outcome: "fail",
      observed: open.length,
      details: open.map(({ title, declaredAt }) => `Sev1 since ${declaredAt}: ${title}`),
      parts: open.map((incident) => ({
        ...{ finding: incident.id, name: incident.title },
        cures: [resolveCure(context, incident)],
      })),
    },
  );
}

function resolveCure(context: Context, { id, title }: IncidentFact): Cure {
  const action = `Resolve the open Sev1 incident: ${title}`;
  return { key: `incident:${id ?? title}`, action, owner: OWNER, people: peopleWith(context, OWNER) };
}

function byTime(one: IncidentFact, other: IncidentFact): number {
  const earlier = (parseInstant(one.declaredAt)?.getTime() ?? 0) - (parseInstant(other.declaredAt)?.getTime() ?? 0);
  return earlier || compareText(one.id ?? "", other.id ?? "") || compareText(one.title, other.title);
}
