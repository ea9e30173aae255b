import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { IncidentPolicy } from "@/lib/core/incident/policy";

const listed = (values: readonly number[], unit: string): string =>
  values.length === 0 ? "never" : `${values.join(", ")} ${unit} before`;

export function DeadlineFacts({ policy }: { policy: IncidentPolicy }) {
  const { postmortem, actionItems, attributionWindowHours } = policy;
  return (
    <DefinitionList columns={3}>
      <Definition term="Postmortem published">within {postmortem.publishWithinHours} h of the resolution</Definition>
      <Definition term="Its review completed">within {postmortem.completeWithinHours} h of the resolution</Definition>
      <Definition term="Reminders of it">
        {listed(postmortem.remindBeforeHours, "h")}, and daily once overdue
      </Definition>
      <Definition term="Reminders of action items">{listed(actionItems.remindBeforeDays, "days")}</Definition>
      <Definition term="Overdue action items">again every {actionItems.remindOverdueEveryDays} days</Definition>
      <Definition term="Put down to a rollout">within {attributionWindowHours} h after it</Definition>
    </DefinitionList>
  );
}
