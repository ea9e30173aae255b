import type { Actor } from "@/lib/core/access";
import type { FreshnessCell } from "../rehearsal/freshness";
import { readAsked } from "./asked";
import { expectedPlacesAt } from "./standing-at";
import type { ReadinessRequest } from "./view";

export const PLACE_STANDINGS = ["fresh", "not-fresh"] as const;
export type PlaceStanding = (typeof PLACE_STANDINGS)[number];

/** A place that must be rehearsed. `inTime`: fresh to the gate and not past its programme's date. */
export type RehearsedPlace = { service: string; cell: FreshnessCell; inTime: boolean };
export type RehearsedPlaces = {
  items: RehearsedPlace[];
  /** Null: no policy asks for rehearsals. */
  maxAgeDays: number | null;
  at: string;
};

/** The places that were counted at the end of a period, or are now while it lasts; all of them, by service. */
export const listRehearsedPlaces = (
  actor: Actor,
  { standing, ...request }: ReadinessRequest & { standing?: PlaceStanding },
): Promise<RehearsedPlaces> =>
  readAsked(actor, request, async (asked) => {
    const at = asked.spans[0].until;
    const { places, maxAgeDays } = await expectedPlacesAt(asked, at);
    const items = places.filter(({ inTime }) => !standing || inTime === (standing === "fresh"));
    return { items, maxAgeDays, at: at.toISOString() };
  });
