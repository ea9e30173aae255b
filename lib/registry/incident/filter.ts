import { and, eq, gte, ilike, isNull, lt, or, type SQL } from "drizzle-orm";
import { incident } from "@/db/schema/incident";
import { invalid } from "@/lib/core/errors";
import { type AnyIncidentState, incidentNumber, type Severity } from "@/lib/core/incident/model";
import { likePattern } from "../like";
import { affectsService } from "./summary";

/** What a list of incidents is narrowed to. */
export type IncidentFilter = {
  /** `open`: any state in which the incident goes on. */
  state?: "open" | AnyIncidentState;
  severity?: Severity;
  /** Slug of a service that it affects. */
  service?: string;
  /** Words of its title or impact, or a reference such as INC-7. */
  q?: string;
  /** First and last day of the declaration, in UTC: `2025-10-01`. */
  from?: string;
  to?: string;
};

const DAY_MS = 86_400_000;

export function incidentConditions({ state, severity, service, q, from, to }: IncidentFilter): SQL | undefined {
  return and(
    state === "open" ? isNull(incident.resolvedAt) : undefined,
    state && state !== "open" ? eq(incident.state, state) : undefined,
    severity ? eq(incident.severity, severity) : undefined,
    service ? affectsService(service) : undefined,
    q?.trim() ? matches(q.trim()) : undefined,
    from ? gte(incident.declaredAt, dayOf(from, "from")) : undefined,
    to ? lt(incident.declaredAt, new Date(dayOf(to, "to").getTime() + DAY_MS)) : undefined,
  );
}

function matches(text: string): SQL | undefined {
  const number = incidentNumber(text);
  if (number !== null) return eq(incident.number, number);
  return or(ilike(incident.title, likePattern(text)), ilike(incident.impact, likePattern(text)));
}

function dayOf(text: string, field: string): Date {
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  if (!isDay) throw invalid(field, "must be a day such as 2025-10-01");
  return at;
}
