import { z } from "zod";
import { can } from "@/lib/core/access";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import { instantText } from "@/lib/core/instant";
import { parseWith } from "@/lib/core/parse";
import { parsePolicy } from "@/lib/core/policy/parse";
import { requirePermission } from "@/lib/registry/command";
import { decisionWithStanding } from "@/lib/registry/gate/decision";
import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { liveVerdict } from "@/lib/registry/gate/queries";
import { within } from "@/lib/registry/within";
import { tokenActor } from "../bearer";
import { readJsonBody } from "../body";
import { endpoint } from "../endpoint";
import { readRoute, route } from "../route";
import { evaluated, preview, simulation, storedDecision, verdict } from "./gate-schemas";

export const evaluateRoute = route(evaluateRelease, {
  method: "POST",
  path: "/api/v1/releases/{id}/gate",
  id: "evaluateGate",
  summary: "Evaluate the gate and store the decision",
  description: "Answers 200 whatever the verdict: only `verdict.verdict` of `approve` lets the release through.",
  answer: evaluated,
  input: (_, releaseId) => ({ releaseId }),
});

export const previewRoute = readRoute({
  method: "GET",
  path: "/api/v1/releases/{id}/gate",
  id: "previewGate",
  summary: "What the gate would say now",
  description: "Evaluated for this request and stored nowhere: nothing ships on a preview.",
  answer: preview,
  read: (actor, { id }) => liveVerdict(actor, id),
});

export const decisionRoute = readRoute({
  method: "GET",
  path: "/api/v1/decisions/{id}",
  id: "getDecision",
  summary: "A stored decision",
  answer: storedDecision,
  read: (actor, { id }) => decisionWithStanding(actor, id),
});

const simulationBody = z.strictObject({ policy: z.unknown(), facts: z.looseObject({}), at: instantText });

export const simulateRoute = endpoint(
  {
    method: "POST",
    path: "/api/v1/gate/simulate",
    id: "simulateGate",
    summary: "Evaluate a policy over given facts",
    description: "Reads and stores nothing. Missing or malformed facts deny, as they do in the gate.",
    permissions: ["gate:evaluate", "read"],
    body: simulation,
    answer: verdict,
    answerStatus: 200,
  },
  async (request, _, setTenant) => {
    const actor = await tokenActor(request.headers);
    setTenant(actor.tenantId);
    if (!can(actor, "gate:evaluate")) requirePermission(actor, "read");
    const asked = parseWith(simulationBody, await readJsonBody(request), "body");
    const policy = within("policy", () => parsePolicy(asked.policy));
    return { status: 200, body: evaluateGate(policy, asked.facts as Facts, new Date(asked.at)) };
  },
);
