import { deploymentRequestRoute } from "@/lib/web/api/deployment-requests";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: deploymentRequestRoute });
