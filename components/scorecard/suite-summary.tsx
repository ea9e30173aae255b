import type { ScorecardSummary } from "@/lib/registry/scorecard/queries";
import { suiteWord } from "./result-status";

/** "5 passed", or which ones did not: the names matter more than their number. */
export function SuiteSummary({ suites }: Pick<ScorecardSummary, "suites">) {
  const passed = suites.filter(({ status }) => status === "passed").length;
  const rest = suites.filter(({ status }) => status !== "passed");
  return (
    <span>
      {passed} of {suites.length} passed
      {rest.length > 0 && (
        <span className="text-muted">
          {" · "}
          {rest.map(({ name, status }) => `${name} ${suiteWord(status)}`).join(", ")}
        </span>
      )}
    </span>
  );
}
