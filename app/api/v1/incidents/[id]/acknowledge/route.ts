import { acknowledgeIncidentRoute } from "@/lib/web/api/incidents";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: acknowledgeIncidentRoute });
