import { Badge } from "@/components/ui/badge";
import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { CheckChange, CheckComparison } from "@/lib/core/gate/compare";
import type { CheckResult } from "@/lib/core/gate/verdict";
import { measureText } from "./measure";
import { outcomeWord } from "./verdict-words";

const CHANGES: Record<CheckChange, { tone: Tone; label: string }> = {
  cleared: { tone: "go", label: "Cleared" },
  broke: { tone: "no-go", label: "Broke" },
  added: { tone: "info", label: "New check" },
  removed: { tone: "info", label: "No longer asked" },
  changed: { tone: "info", label: "Changed" },
};

/** Check by check, what differs between two decisions. */
export function VerdictComparison({ changes }: { changes: readonly CheckComparison[] }) {
  if (changes.length === 0) return <p className="text-muted">Every check has the same outcome in both decisions.</p>;
  return (
    <Table caption="What changed from the earlier decision to the later one">
      <THead>
        <Tr>
          <Th>Change</Th>
          <Th>Check</Th>
          <Th>Earlier</Th>
          <Th>Later</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map(({ id, title, change, before, after }) => (
          <Tr key={id}>
            <Td label="Change">
              <Status size="sm" {...CHANGES[change]} />
            </Td>
            <Td header label="Check">
              {title}
            </Td>
            <Td label="Earlier">
              <Side check={before} />
            </Td>
            <Td label="Later">
              <Side check={after} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Side({ check }: { check: CheckResult | null }) {
  if (!check) return <span className="text-muted">not asked</span>;
  const { tone, word } = outcomeWord(check);
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status size="sm" tone={tone} label={word} />
        <span>{measureText(check.observed, check.unit)}</span>
        {!check.blocking && <Badge>does not block</Badge>}
      </p>
      {check.details.length > 0 && (
        <ul className="grid gap-0.5 text-muted text-sm [overflow-wrap:anywhere]">
          {check.details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
