import { releasedManifestRoute } from "@/lib/web/api/manifests";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: releasedManifestRoute });
