import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import { CHECK_HELP, ruleAnchor } from "@/lib/core/gate/help";
import { enabledChecks } from "@/lib/core/gate/judge";
import type { CheckPolicy, Policy } from "@/lib/core/policy/model";

export function PolicyTable({ policy }: { policy: Policy }) {
  const { checks } = policy;
  const enabled: readonly string[] = enabledChecks(policy);
  return (
    <Table caption="Checks of the policy in force">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Id</Th>
          <Th numeric>Threshold</Th>
          <Th>Blocks</Th>
          <Th>Can be waived</Th>
        </Tr>
      </THead>
      <TBody>
        {POLICY_CHECK_IDS.map((id) => (
          <Tr key={id} id={ruleAnchor(id)} className="scroll-mt-16 target:bg-accent-soft">
            <Td header label="Check">
              <span className="font-medium">{CHECK_TITLES[id]}</span>
              <span className="block max-w-prose font-normal text-muted text-sm">{CHECK_HELP[id].means}</span>
            </Td>
            <Td label="Id">
              <code className="break-all text-sm">{id}</code>
            </Td>
            <Td label="Threshold" numeric>
              {checks[id].threshold ?? "–"}
            </Td>
            <Td label="Blocks">{enabled.includes(id) ? blockingText(checks[id]) : "switched off"}</Td>
            <Td label="Can be waived">{checks[id].waivable ? "yes" : "no"}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const blockingText = ({ blocking }: CheckPolicy): string => (blocking ? "yes" : "no, it only warns");
