import { Ageing } from "@/components/action-item/ageing";
import { actionItemAgeing } from "@/lib/registry/action-item/board";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import type { PartProps } from "./part";

/** Of the open items under the filter. That they cannot be counted is for the list to say. */
export async function AgeingPart({ actor, asked: { shared, address }, path }: PartProps) {
  const ages = await load(actionItemAgeing(actor, shared));
  if (!ages.ok) return null;
  const olderThan = (days: number) => hrefOf(path, { ...address, state: undefined, age: String(days) });
  return <Ageing classes={ages.data} hrefOf={olderThan} />;
}
