import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { Policy } from "@/lib/core/policy/model";

const yesNo = (value: boolean) => (value ? "yes" : "no");

export function PolicySettings({ policy }: { policy: Policy }) {
  return (
    <DefinitionList columns={3}>
      <Definition term="Approvals are enforced">{yesNo(policy.enforceApprovals)}</Definition>
      <Definition term="Roles that must sign">
        {policy.requiredRoles ? policy.requiredRoles.join(", ") : "as the approval matrix says"}
      </Definition>
      <Definition term="A rollback rehearsal is required">{yesNo(policy.requireRehearsal)}</Definition>
      <Definition term="Oldest rehearsal">{policy.maxRehearsalAgeDays} days</Definition>
      <Definition term="Oldest scorecard">{policy.scorecardMaxAgeHours} hours</Definition>
      <Definition term="Waivers">
        {policy.disallowWaivers ? "none are accepted" : `for at most ${policy.maxWaiverDays} days`}
      </Definition>
      <Definition term="Waivers are granted by">{policy.waiverRoles.join(", ")}</Definition>
      <Definition term="Required suites">{policy.requiredSuites.join(", ")}</Definition>
      {policy.confidence && (
        <Definition term="Success and flake rates are judged by">
          the bound of their {policy.confidence.level * 100}% interval, from at least {policy.confidence.minimumSample}{" "}
          tests; of {policy.confidence.suites.join(", ")}
        </Definition>
      )}
    </DefinitionList>
  );
}
