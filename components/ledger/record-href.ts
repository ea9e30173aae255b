type Entry = { kind: string; subjects: readonly string[] };

const PAGES: Record<string, string> = {
  release: "/releases/",
  stage: "/releases/",
  manifest: "/releases/",
  signature: "/releases/",
  decision: "/releases/",
  scorecard: "/scorecards/",
  rehearsal: "/rehearsals/",
  waiver: "/waivers/",
};
const PLACES: Record<string, string> = {
  person: "/settings/people",
  token: "/settings/tokens",
  service: "/settings/services",
  environment: "/settings/environments",
  "approval-matrix": "/settings/matrix",
  integration: "/settings/integrations",
  "deployment-request": "/settings/integrations",
};

/** Where the record of an entry is shown; null where it has no page. The first subject of an entry is its record. */
export function recordHref({ kind, subjects: [first] }: Entry): string | null {
  const page = PAGES[kind];
  if (page && first) return `${page}${first}`;
  return PLACES[kind] ?? null;
}
