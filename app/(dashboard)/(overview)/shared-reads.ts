import { cache } from "react";
import type { PersonActor } from "@/lib/core/access";
import { onboardingView } from "@/lib/registry/overview/onboarding";
import { signaturesDue } from "@/lib/registry/overview/signatures-due";
import { load } from "@/lib/web/load";

/** What several parts of the overview rest on, read once a request. */
export const dueSignatures = cache((actor: PersonActor) => load(signaturesDue(actor)));
export const firstSteps = cache((actor: PersonActor) => load(onboardingView(actor)));
