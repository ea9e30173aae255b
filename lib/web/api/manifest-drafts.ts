import { requireManifestDraft } from "@/lib/registry/manifest/draft-queries";
import { draftReleaseManifest } from "@/lib/registry/manifest/redraft";
import { readRoute, route } from "../route";
import { manifestDraft } from "./release-schemas";

const DRAFT = "/api/v1/releases/{id}/manifest/draft";

export const getManifestDraftRoute = readRoute({
  method: "GET",
  path: DRAFT,
  id: "getManifestDraft",
  summary: "The manifest's draft",
  description:
    "What the registry could put together of a manifest when the release entered staging: complete `content` and put it. " +
    "404 where there is none, or a manifest has been put. Nobody can sign a draft.",
  answer: manifestDraft,
  read: (actor, { id }) => requireManifestDraft(actor, id),
});

export const draftManifestRoute = route(draftReleaseManifest, {
  method: "POST",
  path: DRAFT,
  id: "draftManifest",
  summary: "Draft the manifest from the latest evidence",
  description: "In place of an earlier draft. 409 once a manifest has been put.",
  answer: manifestDraft,
  input: (_, releaseId) => ({ releaseId }),
});
