import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { reasonText } from "../incident/fields";
import { postmortemRecord } from "./begin";
import { holdPostmortem, updatePostmortem } from "./find";
import { versionsOf } from "./versions";

/** Opens the next version of a published postmortem. The one before it stays as it is, also while this one is written. */
export const amendPostmortem = command({
  name: "postmortem.amend",
  permission: "postmortem:write",
  input: z.strictObject({ incidentId: z.uuid(), reason: reasonText }),
  async run(scope, { incidentId, reason }) {
    const { row, paper } = await holdPostmortem(scope, incidentId);
    const [latest] = await versionsOf(scope.tx, row.tenantId, row.id);
    if (paper.draftVersion !== null || !latest) {
      throw new DomainError("conflict", "This postmortem is being written already.");
    }
    const draftVersion = latest.version.version + 1;
    await updatePostmortem(scope.tx, paper, { draftVersion, amendmentReason: reason });
    return {
      value: { incidentId, version: draftVersion },
      record: postmortemRecord(row, { version: draftVersion, reason }),
    };
  },
});
