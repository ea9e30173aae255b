import { methods } from "@/lib/web/endpoint";
import { openApiRoute } from "@/lib/web/openapi/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: openApiRoute });
