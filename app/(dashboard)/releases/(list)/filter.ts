import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { STAGES } from "@/lib/core/release/stages";
import type { ReleaseFilter } from "@/lib/registry/release/filter";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = ["service", "environment", "version", "verdict", "stage", "open", "after", "before"] as const;

export const VERDICT_CHOICES = (Object.keys(VERDICT_WORDS) as StandingVerdict[]).map((verdict) => {
  return { value: verdict, label: VERDICT_WORDS[verdict].word };
});

/** The list's state from its address, and the address of it; a word that is no verdict or stage narrows nothing. */
export async function readReleaseFilter(params: SearchParams) {
  const { after, before, verdict, stage, open, ...rest } = await readParams(params, NAMES);
  const shared = {
    ...rest,
    verdict: VERDICT_CHOICES.find(({ value }) => value === verdict)?.value,
    stage: STAGES.find((name) => name === stage),
  };
  const isOpen = open === "1";
  const filter: ReleaseFilter = { ...shared, ...(isOpen ? { open: true } : {}) };
  const address = { ...shared, open: isOpen ? "1" : undefined };
  return { filter, address, page: { after, before } };
}

export type ReleaseAddress = Awaited<ReturnType<typeof readReleaseFilter>>["address"];

export const isNarrowed = (address: ReleaseAddress): boolean =>
  Object.values(address).some((value) => value !== undefined);
