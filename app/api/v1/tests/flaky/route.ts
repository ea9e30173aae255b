import { flakyTestsRoute } from "@/lib/web/api/evidence-reads";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: flakyTestsRoute });
