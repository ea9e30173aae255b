import { ActionItemBoard } from "@/components/action-item/board";
import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch } from "@/components/ui/empty-state";
import { actionItemBoard } from "@/lib/registry/action-item/board";
import { load } from "@/lib/web/load";
import { NoItemYet } from "./no-item-yet";
import type { PartProps } from "./part";

export async function BoardPart({ actor, asked: { shared, filter }, isFiltered, clearHref }: PartProps) {
  const board = await load(actionItemBoard(actor, { ...shared, minAgeDays: filter.minAgeDays }));
  if (!board.ok) return <LoadFailure failure={board.failure} retryHref={clearHref} />;
  if (board.data.columns.every(({ total }) => total === 0)) {
    return isFiltered ? <NoMatch clearHref={clearHref} /> : <NoItemYet />;
  }
  return <ActionItemBoard columns={board.data.columns} now={board.data.now} />;
}
