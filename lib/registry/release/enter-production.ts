import { artifactMismatch } from "@/lib/core/release/ship";
import { activeBreakGlass } from "../break-glass/active";
import { useBreakGlass as spendBreakGlass } from "../break-glass/use";
import type { CommandScope } from "../command";
import { decide } from "../gate/decide";
import type { FoundRelease } from "./find";

/** What let a rollout start. */
export type ProductionEntry = { decisionId: string; by: "decision" | "break-glass" };
type Judged = { entry: ProductionEntry; bar: null } | { entry: null; bar: string; decisionId: string };

/**
 * Entry to production: an approve at this very moment, for exactly the artifacts that are to ship; where the gate says
 * no, a break-glass that two people opened for the same artifacts; else the reason why not.
 */
export async function enterProduction(
  scope: CommandScope,
  found: FoundRelease,
  artifacts: readonly string[],
): Promise<Judged> {
  const { id: decisionId, verdict, artifacts: approved } = await decide(scope, found);
  const mismatch = artifactMismatch(approved, artifacts);
  if (verdict.verdict === "approve") {
    if (mismatch) return { entry: null, bar: mismatch, decisionId };
    return { entry: { decisionId, by: "decision" }, bar: null };
  }
  const open = await activeBreakGlass(scope.tx, found, await scope.readClock());
  if (!open) return { entry: null, bar: `The gate says no: ${verdict.summary}`, decisionId };
  if (mismatch)
    return { entry: null, bar: mismatch.replace("approved manifest", "manifest of the break-glass"), decisionId };
  const used = await spendBreakGlass(scope, found, open.id, artifacts);
  return { entry: { decisionId: used.decisionId, by: "break-glass" }, bar: null };
}
