import { sessionPerson } from "@/lib/auth/actor";
import type { Actor } from "@/lib/core/access";
import { incidentAnalytics } from "@/lib/registry/incident/analytics";
import type { PersonWithTenants } from "@/lib/registry/person/actor";
import { doraKeys, leadingNumbers, readinessTrend, suiteTrends, waiverOutlook } from "@/lib/registry/readiness/queries";
import { tenantNumbers } from "@/lib/registry/readiness/tenants";
import { freshnessByService } from "@/lib/registry/rehearsal/freshness";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { narrowed } from "../narrowed";
import { type ReadinessScope, readScope } from "../query";
import * as rows from "./rows";

/** Every figure that the page shows of a scope, one a line. */
async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<rows.FigureRow>> {
  const [scope, person] = await Promise.all([readScope(asked), sessionPerson()]);
  return {
    name: ["readiness", scope.service, scope.environment, scope.period].filter(Boolean).join("-"),
    columns: [
      { name: "section", value: ({ section }) => section },
      { name: "of", value: ({ of }) => of },
      { name: "measure", value: ({ measure }) => measure },
      { name: "from", value: ({ from }) => from },
      { name: "until", value: ({ until }) => until },
      { name: "value", value: ({ value }) => value },
      { name: "previous", value: ({ previous }) => previous },
      { name: "unit", value: ({ unit }) => unit },
      { name: "part", value: ({ part }) => part },
      { name: "whole", value: ({ whole }) => whole },
    ],
    page: async () => ({ items: await figures(actor, scope, person), next: null }),
  };
}

type Person = PersonWithTenants | null;

async function figures(actor: Actor, scope: ReadinessScope, person: Person): Promise<rows.FigureRow[]> {
  const { period, service } = scope;
  const [numbers, trend, freshness, suites, waivers, incidents, dora, tenants] = await Promise.all([
    leadingNumbers(actor, scope),
    readinessTrend(actor, scope),
    freshnessByService(actor),
    suiteTrends(actor, scope),
    waiverOutlook(actor, scope),
    incidentAnalytics(actor, { period, service }),
    doraKeys(actor, scope),
    ofAllTenants(person, period),
  ]);
  return [
    ...rows.leadingRows(numbers),
    ...rows.trendRows(trend),
    ...rows.rehearsalRows(narrowed(freshness, scope)),
    ...rows.suiteRows(suites),
    ...rows.waiverRows(waivers),
    ...rows.incidentRows(incidents),
    ...rows.doraRows(dora),
    ...rows.tenantRows(tenants),
  ];
}

/** Shown only to those who belong to several. */
const ofAllTenants = async (person: Person, period: string) =>
  person && person.memberships.length > 1 ? tenantNumbers(person, { period }) : [];

export const GET = exportRoute(plan);
