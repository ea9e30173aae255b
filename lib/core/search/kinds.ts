/** Kinds of record that can be found, in the order in which what was found is shown. */
export const SEARCH_KINDS = [
  "release",
  "service",
  "incident",
  "person",
  "action-item",
  "waiver",
  "waiver-request",
  "scorecard",
  "rehearsal",
  "postmortem",
  "review",
  "deployment",
  "environment",
  "metric",
  "manifest",
  "decision",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const ADDRESSES: Record<SearchKind, (target: string) => string> = {
  release: (id) => `/releases/${id}`,
  service: (slug) => `/readiness?service=${encodeURIComponent(slug)}`,
  incident: (id) => `/incidents/${id}`,
  person: (email) => `/settings/people?q=${encodeURIComponent(email)}`,
  "action-item": (id) => `/action-items/${id}`,
  waiver: (id) => `/waivers/${id}`,
  "waiver-request": (id) => `/waivers/requests/${id}`,
  scorecard: (id) => `/scorecards/${id}`,
  rehearsal: (id) => `/rehearsals/${id}`,
  postmortem: (id) => `/incidents/${id}/postmortem`,
  review: (id) => `/reviews/${id}`,
  deployment: (id) => `/deployments/${id}`,
  environment: (slug) => `/releases?environment=${encodeURIComponent(slug)}`,
  metric: (name) => `/settings/metrics?q=${encodeURIComponent(name)}`,
  manifest: (release) => `/releases/${release}#manifest`,
  decision: (releaseAndId) => `/releases/${releaseAndId}`,
};

/**
 * The page of a record that was found.
 * @param target what the page is addressed by: the record's id, or what the search index keeps in its place.
 */
export const searchHref = (kind: SearchKind, target: string): string => ADDRESSES[kind](target);
