"use server";

import { explainDeployment } from "@/lib/registry/deployment/explain";
import { action } from "@/lib/web/action";

export const explainDeploymentAction = action(explainDeployment, ({ id }) => [
  "/",
  "/deployments",
  `/deployments/${id}`,
  "/action-items",
]);
