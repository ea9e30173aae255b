import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { CheckResult } from "@/lib/core/gate/verdict";
import { CheckHelp } from "./check-help";
import { EvidenceLink } from "./evidence-link";
import { limitText, measureText, withTimes } from "./measure";
import { outcomeWord } from "./verdict-words";
import { WaiverNote, type WaiverOfCheck } from "./waiver-note";

export type CheckTableProps = {
  caption: string;
  checks: readonly CheckResult[];
  /** The instant judged: ages are counted from it. */
  now: string;
  manifestHref: string;
  waivers?: readonly WaiverOfCheck[];
  /** What the reader can do about a check that does not pass. */
  actionOf?: (check: CheckResult) => ReactNode;
};

/** Checks with what was observed, what is asked, and the evidence. */
export function CheckTable({ caption, checks, now, manifestHref, waivers = [], actionOf }: CheckTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Outcome</Th>
          <Th>Check</Th>
          <Th>Observed</Th>
          <Th>Limit</Th>
        </Tr>
      </THead>
      <TBody>
        {checks.map((check) => (
          <Tr key={check.id}>
            <Td label="Outcome">
              <Status size="sm" {...statusOf(check)} />
            </Td>
            <Td header label="Check">
              <CheckCell
                check={check}
                now={now}
                manifestHref={manifestHref}
                waivers={waivers}
                action={actionOf?.(check)}
              />
            </Td>
            <Td label="Observed">{measureText(check.observed, check.unit)}</Td>
            <Td label="Limit">{limitText(check) || <span className="text-muted">none</span>}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function statusOf(check: CheckResult) {
  const { tone, word } = outcomeWord(check);
  return { tone, label: word };
}

type CheckCellProps = {
  check: CheckResult;
  now: string;
  manifestHref: string;
  waivers: readonly WaiverOfCheck[];
  action: ReactNode;
};

function CheckCell({ check, now, manifestHref, waivers, action }: CheckCellProps) {
  const { id, title, details, outcome, waived, remedy, owner, waiverIds, blocking } = check;
  const isOpen = outcome !== "pass" && !waived;
  return (
    <div className="grid gap-1">
      <p className="font-medium">
        {title} {!blocking && <Badge>does not block</Badge>}
      </p>
      {details.length > 0 && (
        <ul className="grid gap-0.5 text-sm [overflow-wrap:anywhere]">
          {details.map((line) => (
            <li key={line}>{withTimes(line)}</li>
          ))}
        </ul>
      )}
      {isOpen && remedy && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {withTimes(remedy)} ({owner})
        </p>
      )}
      {check.evidence && <EvidenceLink evidence={check.evidence} now={now} manifestHref={manifestHref} />}
      {waivers
        .filter((waiver) => waiverIds.includes(waiver.id))
        .map((waiver) => (
          <WaiverNote key={waiver.id} waiver={waiver} now={now} />
        ))}
      {isOpen && action}
      <CheckHelp id={id} />
    </div>
  );
}
