import { readinessRoute } from "@/lib/web/api/readiness";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: readinessRoute });
