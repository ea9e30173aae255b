import { checkTitle } from "@/components/waiver/waiver-table";
import type { Actor } from "@/lib/core/access";
import { listWaivers, type WaiverSummary } from "@/lib/registry/waiver/queries";
import { listRequests, type RequestSummary } from "@/lib/registry/waiver/request-queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readWaiverQuery, requestFilterOf, waiverFilterOf } from "../(list)/filter";

const PAGE_SIZE = 500;

type Either = WaiverSummary | RequestSummary;

const SHARED = [
  { name: "id", value: ({ id }: Either) => id },
  { name: "service", value: ({ service }: Either) => service },
  { name: "release", value: ({ release }: Either) => release?.version ?? null },
  { name: "check", value: ({ checkId }: Either) => checkId },
  { name: "check_title", value: ({ checkId }: Either) => checkTitle(checkId) },
  { name: "finding", value: ({ finding }: Either) => finding },
];

async function waiversPlan(actor: Actor, asked: SearchParams): Promise<ExportPlan<WaiverSummary>> {
  const { query } = await readWaiverQuery(asked);
  return {
    name: "waivers",
    columns: [
      ...SHARED,
      { name: "state", value: ({ state }) => state },
      { name: "granted_at", value: ({ grantedAt }) => grantedAt },
      { name: "granted_by", value: ({ grantedBy }) => grantedBy },
      { name: "granted_role", value: ({ grantedRole }) => grantedRole },
      { name: "expires_at", value: ({ expiresAt }) => expiresAt },
    ],
    page: (after) => listWaivers(actor, { ...waiverFilterOf(query), after, size: PAGE_SIZE }),
  };
}

async function requestsPlan(actor: Actor, asked: SearchParams): Promise<ExportPlan<RequestSummary>> {
  const { query } = await readWaiverQuery(asked);
  return {
    name: "waiver-requests",
    columns: [
      ...SHARED,
      { name: "state", value: ({ standing }) => standing },
      { name: "requested_at", value: ({ requestedAt }) => requestedAt },
      { name: "requested_by", value: ({ requestedBy }) => requestedBy },
      { name: "wanted_until", value: ({ expiresAt }) => expiresAt },
      { name: "decided_at", value: ({ decided }) => decided?.at ?? null },
      { name: "decided_by", value: ({ decided }) => decided?.by ?? null },
      { name: "reason", value: ({ decided }) => decided?.reason ?? null },
      { name: "waiver", value: ({ waiverId }) => waiverId },
    ],
    page: (after) => listRequests(actor, { ...requestFilterOf(query), after, size: PAGE_SIZE }),
  };
}

const [waivers, requests] = [exportRoute(waiversPlan), exportRoute(requestsPlan)];

/** Exactly what the tab shows under its filters, all pages of it. */
export const GET: typeof waivers = (request, context) =>
  (new URL(request.url).searchParams.get("view") === "requests" ? requests : waivers)(request, context);
