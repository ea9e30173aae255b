/** What a tenant has, as far as its first steps are told by it. */
export type OnboardingFacts = {
  hasService: boolean;
  /** One that can still be used. */
  hasToken: boolean;
  hasScorecard: boolean;
  /** Stored answers of the gate; counting may stop at two. */
  decisions: number;
  hasManifest: boolean;
};
export const ONBOARDING_STEPS = ["connect", "run", "ask"] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

export type Onboarding = {
  isShown: boolean;
  done: Record<OnboardingStep, boolean>;
  /** The first step that is not done; null: all are. */
  next: OnboardingStep | null;
};

/**
 * Which first steps a tenant has taken, told by its records and never ticked by hand. They are shown until somebody
 * goes further: puts a manifest, or asks the gate again.
 */
export function onboardingOf(facts: OnboardingFacts): Onboarding {
  const done = {
    connect: facts.hasService && facts.hasToken,
    run: facts.hasScorecard,
    ask: facts.decisions > 0,
  };
  return {
    isShown: !facts.hasManifest && facts.decisions < 2,
    done,
    next: ONBOARDING_STEPS.find((step) => !done[step]) ?? null,
  };
}
