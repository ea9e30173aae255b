import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { CheckResult } from "@/lib/core/gate/verdict";
import { CheckTable, type CheckTableProps } from "./check-table";

type CheckListProps = Omit<CheckTableProps, "caption">;

/** What stands in the way first, then what was waived; what passes is folded. */
export function CheckList({ checks, ...rest }: CheckListProps) {
  const open = checks.filter(({ outcome, waived }) => outcome !== "pass" && !waived);
  const waived = checks.filter((check) => check.waived);
  const passing = checks.filter(({ outcome }) => outcome === "pass");
  const shown = [...open.toSorted(byBlocking), ...waived];
  return (
    <Section title="Checks" id="checks">
      {shown.length > 0 && <CheckTable caption="Checks that do not pass" checks={shown} {...rest} />}
      <Details
        summary={`${passing.length} of ${checks.length} checks pass`}
        className={shown.length > 0 ? "mt-3" : undefined}
      >
        <CheckTable caption="Checks that pass" checks={passing} {...rest} />
      </Details>
    </Section>
  );
}

function byBlocking(one: CheckResult, other: CheckResult): number {
  return Number(other.blocking) - Number(one.blocking);
}
