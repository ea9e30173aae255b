import type { CheckResult, Verdict } from "./verdict";

export const GATE_SPAN = "deployment.gate";
export const REHEARSAL_CHECKED = "rehearsal.checked";

type Scalars = Record<string, string | number | boolean>;

/** What a span `deployment.gate` says of the answer, on the server and in a pipeline alike. */
export function gateSpanAttributes({ verdict, checks }: Pick<Verdict, "verdict" | "checks">) {
  const failing = checks.filter(({ outcome, waived }) => outcome !== "pass" && !waived);
  return { "readiness.verdict": verdict, "readiness.failing_checks": failing.map(({ id }) => id) };
}

/** What a governance event `rehearsal.checked` says; null where the policy asks for no rehearsal. */
export function rehearsalCheckedAttributes({ checks }: Pick<Verdict, "checks">): Scalars | null {
  const check = checks.find(({ id }) => id === "rehearsal.fresh");
  return check ? attributesOf(check) : null;
}

const attributesOf = ({ observed, threshold, outcome }: CheckResult): Scalars => ({
  "readiness.rehearsal.age": String(observed ?? ""),
  "readiness.rehearsal.limit": String(threshold ?? ""),
  "readiness.rehearsal.stale": outcome !== "pass",
});
