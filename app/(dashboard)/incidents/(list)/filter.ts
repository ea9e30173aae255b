import { STATE_WORDS } from "@/components/incident/words";
import { ENDED_STATES, SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { IncidentFilter } from "@/lib/registry/incident/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = ["state", "severity", "service", "q", "from", "to", "after", "before"] as const;

export const STATE_CHOICES = [
  { value: "open", label: "Open" },
  ...ENDED_STATES.map((value) => ({ value, label: STATE_WORDS[value].label })),
];
export const SEVERITY_CHOICES = SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }));

/** The list's state from its address; a word that is none of the list's narrows nothing. */
export async function readIncidentFilter(params: SearchParams) {
  const { after, before, state, severity, ...rest } = await readParams(params, NAMES);
  const found: IncidentFilter = {
    ...rest,
    state: state === "open" ? state : ENDED_STATES.find((each) => each === state),
    severity: SEVERITIES.find((each) => each === severity),
  };
  const filter = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as IncidentFilter;
  return { filter, page: { after, before } };
}
