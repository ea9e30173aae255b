import { LoadFailure } from "@/components/page/load-failure";
import { DoraTable } from "@/components/readiness/dora-table";
import { doraKeys } from "@/lib/registry/readiness/queries";
import { load } from "@/lib/web/load";
import { READINESS_PATH, scopeOf } from "../query";
import type { PartProps } from "./part";

/** DORA's four keys of the period. */
export async function DoraPart({ actor, query }: PartProps) {
  const found = await load(doraKeys(actor, scopeOf(query)));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  return <DoraTable view={found.data} />;
}
