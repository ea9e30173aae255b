import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";

export function SeverityTable({ policy }: { policy: IncidentPolicy }) {
  return (
    <Table caption="What each severity asks for">
      <THead>
        <Tr>
          <Th>Severity</Th>
          <Th>Told when declared</Th>
          <Th numeric>Update every</Th>
          <Th>Postmortem</Th>
          <Th numeric>Action items due in</Th>
        </Tr>
      </THead>
      <TBody>
        {SEVERITIES.map((severity) => (
          <Tr key={severity}>
            <Td header label="Severity" className="font-medium">
              {SEVERITY_WORDS[severity]}
            </Td>
            <Td label="Told when declared">{policy.notify[severity].join(", ") || "nobody"}</Td>
            <Td label="Update every" numeric>
              {policy.updateEveryMinutes[severity]} min
            </Td>
            <Td label="Postmortem">{policy.postmortem.requiredFor.includes(severity) ? "required" : "optional"}</Td>
            <Td label="Action items due in" numeric>
              {policy.actionItems.dueWithinDays[severity]} days
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
