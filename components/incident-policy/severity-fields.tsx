import { CheckboxField } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/field";
import { ROLES } from "@/lib/core/access";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { NumberField } from "./deadline-fields";

/** What each severity asks for, one after the other. */
export function SeverityFields({ policy }: { policy: IncidentPolicy }) {
  return SEVERITIES.map((severity) => <OneSeverity key={severity} severity={severity} policy={policy} />);
}

function OneSeverity({ severity, policy }: { severity: Severity; policy: IncidentPolicy }) {
  return (
    <Fieldset legend={SEVERITY_WORDS[severity]} className="border-t pt-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField
          name={`updateEveryMinutes.${severity}`}
          label="Update every (minutes)"
          min={5}
          value={policy.updateEveryMinutes[severity]}
          max={1440}
        />
        <NumberField
          name={`dueWithinDays.${severity}`}
          label="Action items due in (days)"
          value={policy.actionItems.dueWithinDays[severity]}
          max={365}
        />
      </div>
      <CheckboxField
        className="my-2"
        name="requiredFor"
        value={severity}
        label="Closed only after a completed postmortem"
        defaultChecked={policy.postmortem.requiredFor.includes(severity)}
      />
      <Fieldset legend="Told when declared">
        <div className="grid gap-x-4 sm:grid-cols-3">
          {ROLES.map((role) => (
            <CheckboxField
              key={role}
              name={`notify.${severity}`}
              value={role}
              label={role}
              defaultChecked={policy.notify[severity].includes(role)}
            />
          ))}
        </div>
      </Fieldset>
    </Fieldset>
  );
}
