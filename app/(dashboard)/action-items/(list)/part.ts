import type { PersonActor } from "@/lib/core/access";
import type { readActionItemFilter } from "./filter";

/** What each part of the page is given. */
export type PartProps = {
  actor: PersonActor;
  asked: Awaited<ReturnType<typeof readActionItemFilter>>;
  path: string;
  isFiltered: boolean;
  clearHref: string;
};
