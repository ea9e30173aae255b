import { ACTION_ITEM_STATES, ORIGIN_KINDS, PRIORITIES } from "@/lib/core/action-item/model";
import { AGE_DAYS } from "@/lib/core/action-item/urgency";
import type { ActionItemFilter } from "@/lib/registry/action-item/filter";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = [
  ...(["view", "state", "owner", "service", "priority", "origin", "overdue", "age", "q"] as const),
  ...(["after", "before"] as const),
];

/** What is asked for when nothing is: items that are still to be done. */
const USUAL = "open";

/** The list's state from its address. `state=all` narrows nothing; a board shows every state in its place. */
export async function readActionItemFilter(params: SearchParams) {
  const { after, before, view, state = USUAL, overdue, age, ...given } = await readParams(params, NAMES);
  const isBoard = view === "board";
  const minAgeDays = AGE_DAYS.find((days) => days > 0 && String(days) === age);
  const shared = {
    owner: given.owner,
    service: given.service,
    priority: PRIORITIES.find((each) => each === given.priority),
    origin: ORIGIN_KINDS.find((each) => each === given.origin),
    q: given.q,
  };
  const filter: ActionItemFilter = {
    ...shared,
    state: ACTION_ITEM_STATES.find((each) => each === state),
    overdue: overdue === "yes" ? true : undefined,
    minAgeDays,
  };
  const address = {
    view: isBoard ? "board" : undefined,
    state: state === USUAL || isBoard ? undefined : state,
    overdue: isBoard ? undefined : overdue && "yes",
    age: minAgeDays === undefined ? undefined : String(minAgeDays),
    ...shared,
  };
  return { filter, shared, address, isBoard, page: { after, before } };
}
