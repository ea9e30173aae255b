import { evidencePackRoute } from "@/lib/web/api/evidence-packs";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: evidencePackRoute });
