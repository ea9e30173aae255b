import { readinessReportRoute } from "@/lib/web/api/readiness-report";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: readinessReportRoute });
