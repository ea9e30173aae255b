import { Instant } from "@/components/time/instant";
import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { VerificationJudgement, WatchedCheck } from "@/lib/core/post-release/verification";

const WORDS: Record<WatchedCheck["outcome"], { tone: Tone; label: string }> = {
  pass: { tone: "go", label: "Within its limit" },
  fail: { tone: "no-go", label: "Beyond its limit" },
  error: { tone: "no-go", label: "Cannot be read" },
  missing: { tone: "unknown", label: "Nothing arrived" },
};

/** What the release's metrics say, check by check, by the gate's own limits. */
export function WatchedTable({
  judgement: { checks, snapshots },
  now,
}: {
  judgement: VerificationJudgement;
  now: string;
}) {
  const count = `${snapshots} metrics ${snapshots === 1 ? "snapshot" : "snapshots"} counted in the window.`;
  return (
    <div>
      <p className="pb-2 text-muted text-sm">{count}</p>
      <Table caption="Telemetry after the rollout">
        <THead>
          <Tr>
            <Th>Check</Th>
            <Th>State</Th>
            <Th numeric>Observed</Th>
            <Th numeric>Limit</Th>
            <Th>Measured</Th>
          </Tr>
        </THead>
        <TBody>
          {checks.map((check) => (
            <Tr key={check.id}>
              <Td header label="Check">
                {check.title}
              </Td>
              <Td label="State">
                <Status {...WORDS[check.outcome]} size="sm" />
              </Td>
              <Td label="Observed" numeric>
                <Measured value={check.observed} unit={check.unit} />
              </Td>
              <Td label="Limit" numeric>
                <Measured value={check.threshold} unit={check.unit} />
              </Td>
              <Td label="Measured" className="whitespace-nowrap">
                {check.at ? <Instant at={check.at} now={now} /> : <span className="text-muted">never</span>}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}

function Measured({ value, unit }: { value: string | number | null; unit: string | null }) {
  if (value === null) return <span className="text-muted">none</span>;
  return unit === "ms" ? `${value} ms` : value;
}
