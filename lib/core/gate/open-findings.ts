import type { Policy } from "@/lib/core/policy/model";
import { readContext } from "./context";
import type { Facts } from "./facts";
import { judgeAll } from "./judge";
import { blocks } from "./judged";

/** `findings` are the names to narrow a waiver to (a CVE id, a suite); empty where only the whole check can be waived. */
export type OpenFindings = { checkId: string; title: string; findings: string[]; wholeCovers: boolean };

/** The blocking checks that a waiver could let through now, each with what is not covered yet. Pure. */
export function openFindings(policy: Policy | null, facts: Facts, at: Date): OpenFindings[] {
  if (!policy) return [];
  return judgeAll(policy, readContext(policy, facts, at))
    .filter((judged) => judged.waivable && blocks(judged))
    .map(({ id, title, uncovered, judgement }) => {
      const findings = uncovered.flatMap(({ finding }) => (finding === null ? [] : [finding]));
      const wholeCovers = !judgement.ownWaiverEach || uncovered.some(({ finding }) => finding === null);
      return { checkId: id, title, findings, wholeCovers };
    });
}
