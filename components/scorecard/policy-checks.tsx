import { limitText, measureText } from "@/components/gate/measure";
import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { CheckResult, Outcome } from "@/lib/core/gate/verdict";

const outcomes: Record<Outcome, { tone: Tone; label: string }> = {
  pass: { tone: "go", label: "Meets it" },
  fail: { tone: "no-go", label: "Falls short" },
  missing: { tone: "unknown", label: "Not reported" },
  error: { tone: "unknown", label: "Cannot be judged" },
};

/** Each check of the policy that a scorecard answers, with what was seen beside what is asked. */
export function PolicyChecks({ checks }: { checks: CheckResult[] }) {
  return (
    <Table caption="The run against the thresholds of the policy">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Result</Th>
          <Th numeric>Observed</Th>
          <Th numeric>Threshold</Th>
          <Th>Details</Th>
        </Tr>
      </THead>
      <TBody>
        {checks.map((check) => (
          <Tr key={check.id}>
            <Td header label="Check">
              <span className="font-medium">{check.title}</span>
            </Td>
            <Td label="Result">
              <Status {...outcomes[check.outcome]} />
            </Td>
            <Td label="Observed" numeric>
              {measureText(check.observed, check.unit)}
            </Td>
            <Td label="Threshold" numeric>
              {limitText(check)}
            </Td>
            <Td label={check.details.length > 0 ? "Details" : undefined}>
              {check.details.length > 0 && (
                <ul>
                  {check.details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
