import { testResultsRoute } from "@/lib/web/api/evidence";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: testResultsRoute });
