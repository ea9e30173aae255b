import { z } from "zod";
import { evidencePack as packTable } from "@/db/schema/report";
import { sealPack } from "@/lib/core/evidence-pack/seal";
import { doneByColumns, requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { findRelease } from "../release/find";
import { evidencePack } from "./document";

/**
 * Keeps the evidence of a release as it is now, byte by byte, and its digest in the ledger: what is handed to an auditor
 * can be held against it for ever. Any person who may read the release may issue one; it says who did.
 */
export const issueEvidencePack = command({
  name: "evidence-pack.issue",
  permission: "read",
  input: z.strictObject({ releaseId: z.uuid() }),
  async run({ tx, actor, readClock }, { releaseId }) {
    requirePerson(actor);
    // With the lock nothing about the release changes between one part of the pack and the next.
    const found = await findRelease(tx, actor, releaseId, "lock");
    const at = await readClock();
    const pack = await evidencePack(tx, actor, found, { now: at, withProofs: true });
    const { text, digest } = sealPack(pack);
    const id = newId(at);
    const { size, root } = pack.ledger;
    const kept = { releaseId, digest, bytes: Buffer.byteLength(text), ledgerSize: size, ledgerRoot: root };
    const row = { tenantId: actor.tenantId, id, ...kept, document: text, issuedAt: at, ...doneByColumns(actor) };
    await tx.insert(packTable).values(row);
    return {
      value: { id, releaseId, digest, issuedAt: at.toISOString() },
      record: { kind: "evidence-pack", subjects: [releaseId, id], data: { pack: id, ...kept } },
    };
  },
});
