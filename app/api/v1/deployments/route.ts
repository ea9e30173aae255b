import { reportDeploymentRoute } from "@/lib/web/api/deployments";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: reportDeploymentRoute });
