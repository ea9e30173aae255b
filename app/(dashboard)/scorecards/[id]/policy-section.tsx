import { PolicyChecks } from "@/components/scorecard/policy-checks";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ScorecardDetail } from "@/lib/registry/scorecard/queries";

export function PolicySection({ view }: { view: ScorecardDetail }) {
  if (view.policyVersion === null) {
    return (
      <Section title="Against the policy">
        <p className="text-muted">No gate policy is in force, so there is nothing to compare with: the gate denies.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Against the policy"
      description={
        <>
          <TextLink href="/settings/policy">Policy version {view.policyVersion}</TextLink>, judged for the moment of the
          run. Whether a release may ship is decided on its own page, where age, waivers and the rest count too.
        </>
      }
    >
      <PolicyChecks checks={view.checks} />
    </Section>
  );
}
