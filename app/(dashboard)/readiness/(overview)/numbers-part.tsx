import { NumberStrip } from "@/components/measure/number-strip";
import { LoadFailure } from "@/components/page/load-failure";
import { leadingStrip } from "@/components/readiness/leading";
import { RollupNote } from "@/components/readiness/rollup-note";
import { leadingNumbers } from "@/lib/registry/readiness/queries";
import { load } from "@/lib/web/load";
import { leadingHrefs, READINESS_PATH, scopeOf } from "../query";
import type { PartProps } from "./part";

/** The five numbers, first of all. */
export async function NumbersPart({ actor, query }: PartProps) {
  const found = await load(leadingNumbers(actor, scopeOf(query)));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  return (
    <>
      <NumberStrip numbers={leadingStrip(found.data, leadingHrefs(query, new Date(found.data.now)))} />
      <RollupNote rollups={found.data.rollups} />
    </>
  );
}
