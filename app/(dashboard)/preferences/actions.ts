"use server";

import { setPreferences } from "@/lib/registry/notification/set-preferences";
import { action } from "@/lib/web/action";

export const setPreferencesAction = action(setPreferences, () => ["/preferences"]);
