import { DEFAULT_INCIDENT_POLICY } from "@/lib/core/incident/policy";

/** As the default, but a Sev3 is closed without a postmortem. */
const policyOf = (publishWithinHours: number) => ({
  ...DEFAULT_INCIDENT_POLICY,
  postmortem: { ...DEFAULT_INCIDENT_POLICY.postmortem, requiredFor: ["sev1", "sev2"], publishWithinHours },
});

/** The first change of a tenant's incident policy: a day for the postmortem. */
export const stricterPolicy = {
  basedOn: 0,
  policy: policyOf(24),
  reason: "Customers are told within a day.",
};

/** What may follow it. */
export const looserPolicy = { basedOn: 1, policy: policyOf(48), reason: "A day was too short." };
