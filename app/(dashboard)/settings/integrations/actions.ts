"use server";

import { createIntegration } from "@/lib/registry/integration/create";
import { linkRepository } from "@/lib/registry/integration/link";
import { rotateSecret } from "@/lib/registry/integration/rotate-secret";
import { setIntegrationEnabled } from "@/lib/registry/integration/set-enabled";
import { unlinkRepository } from "@/lib/registry/integration/unlink";
import { updateIntegration } from "@/lib/registry/integration/update";
import { action, signedAction } from "@/lib/web/action";

const changed = () => ["/settings/integrations"];

export const createIntegrationAction = signedAction(createIntegration, changed);
export const updateIntegrationAction = signedAction(updateIntegration, changed);
export const rotateSecretAction = signedAction(rotateSecret, changed);
export const setIntegrationEnabledAction = action(setIntegrationEnabled, changed);
export const linkRepositoryAction = action(linkRepository, changed);
export const unlinkRepositoryAction = action(unlinkRepository, changed);
