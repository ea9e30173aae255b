import { and, eq, isNull } from "drizzle-orm";
import { incidentRole } from "@/db/schema/incident";
import { incidentReference, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import { currentIncidentPolicy } from "../incident-policy/current";
import { notify } from "../notification/notify";
import type { IncidentRow } from "./find";
import type { IncidentScope } from "./hold";

type Told = Pick<IncidentRow, "id" | "number" | "severity" | "title" | "impact" | "serviceId">;

/** Of the notice that tells somebody of an incident for the first time, whenever that is. */
export const declaredKey = (incidentId: string): string => `incident:${incidentId}`;

export const incidentTitle = ({ number, severity, title }: Told): string =>
  `${incidentReference(number)} ${SEVERITY_WORDS[severity]}: ${title}`;

const selfOf = ({ actor }: IncidentScope): string[] => (actor.kind === "person" ? [actor.id] : []);

/** Tells the roles that respond to its severity of an incident; whoever was told already is not told again. */
export async function tellDeclared(scope: IncidentScope, told: Told, service: string): Promise<void> {
  const { tx, actor, now } = scope;
  const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "incident-declared",
      key: declaredKey(told.id),
      to: { roles: policy.notify[told.severity] },
      except: selfOf(scope),
      serviceId: told.serviceId,
      releaseId: null,
      title: incidentTitle(told),
      verdict: null,
      reason: told.impact || `It affects ${service}.`,
      path: `/incidents/${told.id}`,
    },
  );
}

type Change = {
  /** Place on the timeline of what is told. */
  sequence: number;
  text: string;
  /** Whose roles are told; left out: the incident's own. */
  severity?: Severity;
};

/** Tells those who respond to an incident, and those who hold a role in it, what has changed. */
export async function tellChanged(scope: IncidentScope, told: Told, change: Change): Promise<void> {
  const { tx, actor, now } = scope;
  const { tenantId } = actor;
  const { policy } = await currentIncidentPolicy(tx, tenantId);
  const holders = await tx
    .selectDistinct({ id: incidentRole.personId })
    .from(incidentRole)
    .where(and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.incidentId, told.id), isNull(incidentRole.until)));
  await notify(
    { tx, tenantId, now },
    {
      kind: "incident-changed",
      key: `${declaredKey(told.id)}:${change.sequence}`,
      to: { roles: policy.notify[change.severity ?? told.severity], people: holders.map(({ id }) => id) },
      except: selfOf(scope),
      serviceId: told.serviceId,
      releaseId: null,
      title: incidentTitle(told),
      verdict: null,
      reason: change.text,
      path: `/incidents/${told.id}`,
    },
  );
}
