type Entry = { kind: string; subjects: readonly string[] };

const PAGES: Record<string, string> = {
  "action-item": "/action-items/",
  archive: "/releases/",
  "break-glass": "/releases/",
  checklist: "/releases/",
  "evidence-pack": "/releases/",
  "freeze-override": "/releases/",
  deployment: "/deployments/",
  incident: "/incidents/",
  postmortem: "/incidents/",
  review: "/reviews/",
  "post-release": "/releases/",
  verification: "/releases/",
  release: "/releases/",
  stage: "/releases/",
  manifest: "/releases/",
  signature: "/releases/",
  decision: "/releases/",
  scorecard: "/scorecards/",
  rehearsal: "/rehearsals/",
  waiver: "/waivers/",
  "waiver-request": "/waivers/requests/",
};
const PLACES: Record<string, string> = {
  calendar: "/settings/calendars",
  dashboard: "/settings/after-release",
  "incident-policy": "/settings/incidents",
  metric: "/settings/metrics",
  person: "/settings/people",
  "calendar-feed": "/rehearsals",
  "rehearsal-programme": "/rehearsals",
  "rehearsal-session": "/rehearsals",
  "group-role": "/settings/sign-in",
  token: "/settings/tokens",
  service: "/settings/services",
  environment: "/settings/environments",
  "approval-matrix": "/settings/matrix",
  delegation: "/delegations",
  training: "/settings/training",
  integration: "/settings/integrations",
  "notification-channel": "/settings/notifications",
  "deployment-request": "/settings/integrations",
  "report-schedule": "/settings/notifications",
};

/** All that the ledger says about a record, whatever it is. */
export const historyHref = (record: string): string => `/registry/records/${record}`;

/** Where the record of an entry is shown; null where it has no page. The first subject of an entry is its record. */
export function recordHref({ kind, subjects: [first] }: Entry): string | null {
  const page = PAGES[kind];
  if (page && first) return `${page}${first}`;
  return PLACES[kind] ?? null;
}
