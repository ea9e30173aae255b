"use server";

import { recordTraining } from "@/lib/registry/training/record";
import { revokeTraining } from "@/lib/registry/training/revoke";
import { action } from "@/lib/web/action";

const changed = () => ["/settings/training", "/", "/releases"];

export const recordTrainingAction = action(recordTraining, changed);
export const revokeTrainingAction = action(revokeTraining, changed);
