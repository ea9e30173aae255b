import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockOpenRequest, settleRequest, subjectsOfRequest } from "./open-request";
import { waivedOf } from "./subject";
import { tellDecided } from "./tell";

/** Refuses a requested waiver, for a reason that whoever asked is told. */
export const denyWaiver = command({
  name: "waiver.deny",
  permission: "waiver:grant",
  input: z.strictObject({ requestId: z.uuid(), reason: z.string().trim().min(1, "say why it is denied").max(5000) }),
  async run(scope, { requestId, reason }) {
    const { tx, readClock } = scope;
    const actor = requirePerson(scope.actor);
    const request = await lockOpenRequest(tx, actor, requestId);
    if (request.byId === actor.id)
      throw new DomainError("forbidden", "You asked for this waiver. Withdraw the request.");
    const at = await readClock();
    await settleRequest(tx, actor, request, { state: "denied", reason }, at);
    const waived = await waivedOf(tx, actor, request);
    const path = `/waivers/requests/${requestId}`;
    await tellDecided({ tx, actor, now: at }, { request, waived, word: "denied", reason, path });
    return {
      value: { id: requestId, releaseId: request.releaseId },
      record: {
        kind: "waiver-request",
        subjects: subjectsOfRequest(request),
        data: { request: requestId, checkId: request.checkId, finding: request.finding, denied: true, reason },
      },
    };
  },
});
