import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { instantText } from "@/lib/core/instant";
import { ARCHIVE_KIND, ARCHIVE_VERSION } from "@/lib/core/post-release/archive";
import { archivedRelease } from "@/lib/registry/post-release/queries";
import { SentText } from "../endpoint";
import { readRoute } from "../route";
import { releaseManifest } from "./release-schemas";

const part = z.looseObject({});

const releaseArchive = z.strictObject({
  kind: z.literal(ARCHIVE_KIND),
  version: z.literal(ARCHIVE_VERSION),
  archived_at: instantText,
  release: part.describe("Service, environment, version, commit and times"),
  manifest: releaseManifest.nullable().describe("The revision that shipped, as `release-manifest.json` has it"),
  approvals: z.array(part).describe("Every signature of that revision: name, role, time, on behalf of whom"),
  waivers_in_use: z.array(z.string()).describe("Ids of the manifest's waivers that the decision rested on"),
  decision: part.nullable().describe("The decision that opened production, with all its checks and digests"),
  scorecard: z
    .strictObject({ id: z.string().nullable(), digest: sha256Text.nullable(), run_id: z.string().nullable() })
    .nullable(),
  break_glass: part.nullable().describe("The two people who let it past the gate, and why"),
  stages: z.array(part),
  checklist: part.describe("As it was at `archived_at`"),
});

export const archiveRoute = readRoute({
  method: "GET",
  path: "/api/v1/releases/{id}/archive",
  id: "getReleaseArchive",
  summary: "Download the archive of a release",
  description:
    "Written once, after the rollout has succeeded, and never changed. The answer's bytes are exactly those whose " +
    "SHA-256 the ledger holds: `sha256sum` of the file is the digest. 404 before the release is archived.",
  answer: releaseArchive,
  read: async (actor, { id }) => {
    const { document, digest, name } = await archivedRelease(actor, id);
    const file = `${name.replace(/[^\w.-]+/g, "-")}-archive.json`;
    const bytes = Buffer.from(digest.replace("sha256:", ""), "hex").toString("base64");
    return new SentText(document, {
      "content-disposition": `attachment; filename="${file}"`,
      "repr-digest": `sha-256=:${bytes}:`,
    });
  },
});
