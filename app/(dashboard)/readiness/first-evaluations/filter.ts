import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { type ReadinessScope, readScope } from "../query";

export const VERDICTS = (["approve", "waiver_required", "reject"] as const).map((value) => ({
  value,
  label: VERDICT_WORDS[value].word,
}));

export type EvaluationFilter = ReadinessScope & { verdict?: (typeof VERDICTS)[number]["value"] };

/** The list's state from its address; a word that is no period or verdict narrows nothing. */
export async function readFirstEvaluationFilter(params: SearchParams) {
  const [scope, { verdict, ...page }] = await Promise.all([
    readScope(params),
    readParams(params, ["verdict", "after", "before"]),
  ]);
  const known = VERDICTS.find(({ value }) => value === verdict)?.value;
  const filter: EvaluationFilter = { ...scope, ...(known ? { verdict: known } : {}) };
  return { filter, page };
}
