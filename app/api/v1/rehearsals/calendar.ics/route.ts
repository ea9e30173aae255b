import { rehearsalCalendarRoute } from "@/lib/web/api/rehearsal-calendar";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: rehearsalCalendarRoute });
