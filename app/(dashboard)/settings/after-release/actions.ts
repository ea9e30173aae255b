"use server";

import { addDashboard } from "@/lib/registry/dashboard/add";
import { changeDashboard } from "@/lib/registry/dashboard/change";
import { removeDashboard } from "@/lib/registry/dashboard/remove";
import { setVerificationMinutes } from "@/lib/registry/verification/set-minutes";
import { action } from "@/lib/web/action";

const changed = () => ["/settings/after-release"];

export const addDashboardAction = action(addDashboard, changed);
export const changeDashboardAction = action(changeDashboard, changed);
export const removeDashboardAction = action(removeDashboard, changed);
export const setVerificationMinutesAction = action(setVerificationMinutes, changed);
