"use server";

import { createEnvironment } from "@/lib/registry/environment/create";
import { action } from "@/lib/web/action";

export const createEnvironmentAction = action(createEnvironment, () => ["/settings/environments", "/settings/matrix"]);
