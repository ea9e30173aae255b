import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { STAGES } from "@/lib/core/release/stages";
import type { ReleaseFilter } from "@/lib/registry/release/filter";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = ["service", "environment", "version", "verdict", "stage", "after", "before"] as const;

export const VERDICT_CHOICES = (Object.keys(VERDICT_WORDS) as StandingVerdict[]).map((verdict) => {
  return { value: verdict, label: VERDICT_WORDS[verdict].word };
});

/** The list's state from its address; a word that is no verdict or stage narrows nothing. */
export async function readReleaseFilter(params: SearchParams) {
  const { after, before, verdict, stage, ...rest } = await readParams(params, NAMES);
  const found: ReleaseFilter = {
    ...rest,
    verdict: VERDICT_CHOICES.find(({ value }) => value === verdict)?.value,
    stage: STAGES.find((name) => name === stage),
  };
  const filter = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as ReleaseFilter;
  return { filter, page: { after, before } };
}
