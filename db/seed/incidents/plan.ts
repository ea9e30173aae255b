import type { ResponseRole, Severity } from "@/lib/core/incident/model";
import type { ServiceSlug } from "../catalogue";
import type { PersonKey } from "../people";
import type { PostmortemPlan } from "./postmortem-plan";

type Doing =
  | { do: "acknowledge" | "roll-back" | "attribute" }
  | { do: "take"; role: ResponseRole }
  | { do: "hand-over"; role: ResponseRole; to: PersonKey }
  | { do: "note" | "update"; text: string; evidenceUrl?: string; pinned?: true }
  | { do: "correct"; text: string }
  | { do: "mitigating" | "mitigated" | "resolve"; note?: string }
  | { do: "severity"; severity: Severity; reason: string };

/** What somebody does, so many minutes after what was done before. `correct` means the note written last. */
export type IncidentStep = { after: number; by: PersonKey } & Doing;

export type IncidentPlan = {
  service: ServiceSlug;
  affected?: ServiceSlug[];
  severity: Severity;
  title: string;
  impact: string;
  /** Minutes before it was declared. */
  startedBefore: number;
  /** The monitoring noticed it, so many minutes before it was declared; otherwise somebody did. */
  alert?: { key: string; firedBefore: number };
  declaredBy: PersonKey;
  steps: IncidentStep[];
  postmortem?: PostmortemPlan;
};
