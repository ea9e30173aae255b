import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { EXPIRY_VIEWS, type WaiverFilter, type WaiverView } from "@/lib/registry/waiver/queries";
import { REQUEST_VIEWS, type RequestFilter } from "@/lib/registry/waiver/request-queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

export const TABS = ["active", "requests", "all"] as const;
export type Tab = (typeof TABS)[number];

/** States that each tab can be narrowed to; without one it holds all that belongs to it, of requests the open ones. */
export const TAB_STATES = {
  active: EXPIRY_VIEWS,
  requests: [...REQUEST_VIEWS, "all"],
  all: ["active", ...EXPIRY_VIEWS, "expired", "revoked", "superseded"],
} as const;

type Shared = { service?: string; environment?: string; check?: string; q?: string };
export type WaiverQuery = Shared & { tab: Tab; state: string | undefined };

/** The list's state from its address. What an address names that does not exist is no filter. */
export async function readWaiverQuery(params: SearchParams) {
  const asked = await readParams(params, ["view", "state", "service", "environment", "check", "q", "after", "before"]);
  const { after, before, view, service, environment, q } = asked;
  const states: readonly string[] = TAB_STATES.all;
  // Views that had a tab of their own.
  const isState = view !== undefined && states.includes(view) && view !== "active";
  const tab = isState ? (view === "expiring" ? "active" : "all") : (TABS.find((each) => each === view) ?? "active");
  const known: readonly string[] = TAB_STATES[tab];
  const state = known.find((each) => each === (isState ? view : asked.state));
  const check = POLICY_CHECK_IDS.find((each) => each === asked.check);
  const query: WaiverQuery = {
    tab,
    state,
    ...(service ? { service } : {}),
    // Requests are not told apart by it.
    ...(environment && tab !== "requests" ? { environment } : {}),
    ...(check ? { check } : {}),
    ...(q ? { q } : {}),
  };
  return { query, page: { after, before } };
}

/** What the address of a query holds. */
export const paramsOf = ({ tab, ...rest }: WaiverQuery) => ({ view: tab, ...rest });

export const isFiltered = ({ tab: _, ...rest }: WaiverQuery): boolean => Object.values(rest).some(Boolean);

export function waiverFilterOf({ tab, state, ...rest }: WaiverQuery): WaiverFilter {
  return { view: (state ?? tab) as WaiverView, ...rest };
}

export function requestFilterOf({ state, service, check, q }: WaiverQuery): RequestFilter {
  const standing = REQUEST_VIEWS.find((each) => each === state) ?? "open";
  return { ...(state === "all" ? {} : { state: standing }), service, check, q };
}
