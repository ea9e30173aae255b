import { timelineStreamRoute } from "@/lib/web/api/incident-timeline";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: timelineStreamRoute });
