import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { PACK_KIND, PACK_VERSION } from "@/lib/core/evidence-pack/model";
import { instantText } from "@/lib/core/instant";
import { sealedEvidencePack } from "@/lib/registry/evidence-pack/queries";
import { SentText } from "../endpoint";
import { readRoute } from "../route";

const part = z.looseObject({});
const hash = z.string().describe("64 hex digits");

const evidencePack = z.strictObject({
  kind: z.literal(PACK_KIND),
  version: z.literal(PACK_VERSION),
  generated_at: instantText,
  generated_by: z.strictObject({ kind: z.string(), name: z.string() }),
  tenant: z.strictObject({ name: z.string(), sample: z.boolean() }),
  release: part.describe("Service, environment, version, commit, stage and times"),
  manifest_id: z.uuid().nullable().describe("The revision that shipped, or is in force; among `manifests`"),
  manifests: z.array(part).describe("Every revision with its digest and content, the newest first"),
  signatures: z.array(part).describe("Who signed what, as whom, when, and how they proved who they are"),
  decision_id: z.uuid().nullable().describe("The decision that opened production, else the last one"),
  decisions: z.array(part).describe("Each with all its checks, the latest first"),
  waivers: z.array(part).describe("With justification, mitigation, expiry and the decisions that rest on them"),
  rehearsal: part.nullable().describe("The rollback rehearsal that the decision names, and its age then"),
  scorecard: part.nullable().describe("The run that the decision rests on, with its suites"),
  stages: z.array(part),
  refusals: z.array(part).describe("Attempts to move the release that were refused"),
  break_glasses: z.array(part),
  verification: part.nullable(),
  deployments: z.array(part).describe("What was deployed of it, as it was reported and matched"),
  incidents: z.array(part).describe("Put down to it or linked with it"),
  checklist: part,
  archive: z.strictObject({ digest: sha256Text, archived_at: instantText }).nullable(),
  ledger: z.strictObject({
    size: z.int().min(0).describe("Entries of the tenant's whole ledger"),
    root: hash.describe("Its RFC 6962 tree head"),
    entries: z.array(
      z.strictObject({
        index: z.int().min(0),
        at: instantText,
        command: z.string(),
        sentence: z.string(),
        by: z.string().nullable(),
        body: z.string().describe("The entry's bytes: SHA-256 of a zero byte and these is `leaf`"),
        leaf: hash,
        path: z.array(hash).describe("RFC 6962 audit path from `leaf` to `root`"),
      }),
    ),
  }),
  left_out: z.strictObject({ decisions: z.int(), ledger_entries: z.int() }).describe("For size; the ledger has them"),
});

export const evidencePackRoute = readRoute({
  method: "GET",
  path: "/api/v1/releases/{id}/evidence-pack",
  id: "getEvidencePack",
  summary: "Download the evidence pack of a release",
  description:
    "Everything on record of one release in one canonical JSON document (RFC 8785), with a proof for each ledger entry " +
    "that `readiness verify pack` checks without a server. Put together at the moment of the request, or, with `issued`, " +
    "byte by byte as that pack was issued.",
  query: z.strictObject({ issued: z.uuid().optional().describe("Id of an issued pack of this release") }),
  answer: evidencePack,
  read: async (actor, { id, query }) => {
    const { text, digest, pack } = await sealedEvidencePack(actor, id, query.issued);
    const { service, version } = pack.release;
    const file = `${`${service}-${version}`.replace(/[^\w.-]+/g, "-")}-evidence-pack.json`;
    return new SentText(text, {
      "content-disposition": `attachment; filename="${file}"`,
      "repr-digest": `sha-256=:${Buffer.from(digest.replace("sha256:", ""), "hex").toString("base64")}:`,
    });
  },
});
