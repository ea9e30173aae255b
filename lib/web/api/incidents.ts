import { z } from "zod";
import { acknowledgeIncident } from "@/lib/registry/incident/acknowledge";
import { declareIncident } from "@/lib/registry/incident/declare";
import { moveIncident } from "@/lib/registry/incident/move";
import { incidentDetail, listIncidents } from "@/lib/registry/incident/queries";
import { resolveIncident } from "@/lib/registry/incident/resolve";
import { readRoute, route } from "../route";
import * as schema from "./incident-schemas";

const INCIDENTS = "/api/v1/incidents";
const LARGEST_PAGE = 200;

export const declareIncidentRoute = route(declareIncident, {
  method: "POST",
  path: INCIDENTS,
  id: "declareIncident",
  summary: "Declare an incident",
  description:
    "Those who respond to its severity are told at once. An open Sev1 blocks the gate of every service that it affects. " +
    "With an `alert` whose incident is open already, the alert is noted on that one instead: `duplicate`.",
  // Command is taken by people.
  body: declareIncident.input.omit({ takeCommand: true }),
  answer: schema.declaredIncident,
  answerStatus: 201,
  input: (body) => body,
});

export const listIncidentsRoute = readRoute({
  method: "GET",
  path: INCIDENTS,
  id: "listIncidents",
  summary: "List incidents, the latest declared first",
  query: z.strictObject({
    state: z.union([z.literal("open"), schema.anyState]).optional(),
    severity: schema.severity.optional(),
    service: z.string().max(63).optional().describe("One that it affects"),
    q: z.string().max(200).optional().describe("Part of its title or impact, or a reference such as INC-7"),
    from: z.string().max(10).optional().describe("First day of the declaration in UTC, such as 2025-10-01"),
    to: z.string().max(10).optional().describe("Last day of it"),
    cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
    limit: z.coerce.number<string>().int().min(1).max(LARGEST_PAGE).optional(),
  }),
  answer: schema.incidentPage,
  read: async (actor, { query: { cursor, limit, ...filter } }) => {
    const { items, next } = await listIncidents(actor, filter, { after: cursor, size: limit });
    return { items, nextCursor: next };
  },
});

export const incidentRoute = readRoute({
  method: "GET",
  path: `${INCIDENTS}/{id}`,
  id: "getIncident",
  summary: "One incident",
  description: "With who was told, the releases that may have caused it, and those that it blocks.",
  answer: schema.incidentDetail,
  read: (actor, { id }) => incidentDetail(actor, id),
});

export const acknowledgeIncidentRoute = route(acknowledgeIncident, {
  method: "POST",
  path: `${INCIDENTS}/{id}/acknowledge`,
  id: "acknowledgeIncident",
  summary: "Say that one has seen an incident and is on it",
  description: "The first acknowledgement of a declared incident moves it on; each says it once.",
  answer: schema.acknowledged,
  input: (_, incidentId) => ({ incidentId }),
});

export const moveIncidentRoute = route(moveIncident, {
  method: "POST",
  path: `${INCIDENTS}/{id}/move`,
  id: "moveIncident",
  summary: "Bring an open incident to another open state",
  description: "States may be passed over. `mitigating` after `mitigated` says that the mitigation did not hold.",
  body: moveIncident.input.omit({ incidentId: true }),
  answer: schema.moved,
  input: (body, incidentId) => ({ ...body, incidentId }),
});

export const resolveIncidentRoute = route(resolveIncident, {
  method: "POST",
  path: `${INCIDENTS}/{id}/resolve`,
  id: "resolveIncident",
  summary: "Resolve an incident",
  description: "From then on it blocks nothing, and the deadlines of its postmortem run.",
  body: resolveIncident.input.omit({ incidentId: true }),
  answer: schema.resolved,
  input: (body, incidentId) => ({ ...body, incidentId }),
});
