import { ACTION_ITEM_STATES } from "@/lib/core/action-item/model";
import type { ActionItemFilter } from "@/lib/registry/action-item/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = ["state", "owner", "service", "overdue", "after", "before"] as const;

/** What is asked for when nothing is: items that are still to be done. */
const USUAL = "open";

/** The list's state from its address. `state=all` narrows nothing. */
export async function readActionItemFilter(params: SearchParams) {
  const { after, before, state = USUAL, overdue, owner, service } = await readParams(params, NAMES);
  const filter: ActionItemFilter = {
    state: ACTION_ITEM_STATES.find((each) => each === state),
    owner,
    service,
    overdue: overdue === "yes" ? true : undefined,
  };
  const address = { state: state === USUAL ? undefined : state, overdue: overdue && "yes", owner, service };
  return { filter, address, page: { after, before } };
}
