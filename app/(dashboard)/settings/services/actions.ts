"use server";

import { createService } from "@/lib/registry/service/create";
import { action } from "@/lib/web/action";

export const createServiceAction = action(createService, () => ["/settings/services"]);
