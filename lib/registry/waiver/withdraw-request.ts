import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockOpenRequest, settleRequest, subjectsOfRequest } from "./open-request";

/** Takes back a request before it is decided: whoever asked can, and nobody else. */
export const withdrawWaiverRequest = command({
  name: "waiver.withdraw-request",
  permission: "waiver:request",
  input: z.strictObject({ requestId: z.uuid(), reason: z.string().trim().max(5000).optional() }),
  async run(scope, input) {
    const { tx, readClock } = scope;
    const actor = requirePerson(scope.actor);
    const request = await lockOpenRequest(tx, actor, input.requestId);
    if (request.byId !== actor.id) throw new DomainError("forbidden", "Only whoever asked can withdraw the request.");
    const reason = input.reason || null;
    await settleRequest(tx, actor, request, { state: "withdrawn", reason }, await readClock());
    return {
      value: { id: request.id, releaseId: request.releaseId },
      record: {
        kind: "waiver-request",
        subjects: subjectsOfRequest(request),
        data: { request: request.id, checkId: request.checkId, finding: request.finding, withdrawn: true, reason },
      },
    };
  },
});
