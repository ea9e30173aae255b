"use server";

import { changeIncidentPolicy } from "@/lib/registry/incident-policy/change";
import { action } from "@/lib/web/action";

export const changeIncidentPolicyAction = action(changeIncidentPolicy, () => ["/settings/incidents", "/incidents"]);
