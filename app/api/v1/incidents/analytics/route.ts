import { incidentAnalyticsRoute } from "@/lib/web/api/incident-analytics";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: incidentAnalyticsRoute });
