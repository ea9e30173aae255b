import { entriesRoute, noteRoute } from "@/lib/web/api/incident-timeline";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: entriesRoute, POST: noteRoute });
