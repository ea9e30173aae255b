import { draftManifestRoute, getManifestDraftRoute } from "@/lib/web/api/manifest-drafts";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: getManifestDraftRoute, POST: draftManifestRoute });
