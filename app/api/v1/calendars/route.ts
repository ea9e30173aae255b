import { calendarsRoute } from "@/lib/web/api/calendars";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: calendarsRoute });
