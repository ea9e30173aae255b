import { z } from "zod";
import { manifestContent } from "@/lib/core/manifest/schema";
import { exportedManifest } from "@/lib/registry/manifest/export";
import { putManifest } from "@/lib/registry/manifest/put";
import { releasedManifest } from "@/lib/registry/manifest/released";
import { readRoute, route } from "../route";
import { releasedAnswer, releaseManifest, storedManifest } from "./release-schemas";

const MANIFEST = "/api/v1/releases/{id}/manifest";

export const putManifestRoute = route(putManifest, {
  method: "PUT",
  path: MANIFEST,
  id: "putManifest",
  summary: "Put the release's manifest",
  description: "Any change makes a new revision with a new digest, for which no earlier signature counts.",
  body: z.unknown(),
  shape: manifestContent,
  answer: storedManifest,
  input: (content, releaseId) => ({ releaseId, content }),
});

export const getManifestRoute = readRoute({
  method: "GET",
  path: MANIFEST,
  id: "getManifest",
  summary: "Export release-manifest.json",
  description: "The revision in force in the playbook's field names, with its approvals and waivers beside it.",
  answer: releaseManifest,
  read: (actor, { id }) => exportedManifest(actor, id),
});

export const releasedManifestRoute = readRoute({
  method: "GET",
  path: "/api/v1/manifests/released",
  id: "getReleasedManifest",
  summary: "The manifest that was released last",
  description:
    "Of the release of a service whose rollout to an environment succeeded last and that was not rolled back: what " +
    "configuration deltas are computed against. 404 with an issue at `manifest` where nothing was released yet.",
  query: z.strictObject({ service: z.string().max(63), environment: z.string().max(63) }),
  answer: releasedAnswer,
  read: (actor, { query }) => releasedManifest(actor, query),
});
