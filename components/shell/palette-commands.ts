import type { Permission } from "@/lib/core/access";

/** A page or a part of one where something is begun. Nothing is done by choosing it. */
export type PaletteCommand = { label: string; href: string; permission: Permission };

/** What the reader may begin from anywhere. */
const ANYWHERE: readonly PaletteCommand[] = [
  { permission: "incident:declare", label: "Declare an incident", href: "/incidents?declare=1" },
  { permission: "rehearsal:record", label: "Record a rehearsal", href: "/rehearsals/new" },
  { permission: "rehearsal:plan", label: "Plan a rehearsal", href: "/rehearsals" },
  { permission: "action-item:manage", label: "Open an action item", href: "/action-items" },
  { permission: "waiver:grant", label: "Decide on waiver requests", href: "/waivers?view=requests" },
  { permission: "deployment:explain", label: "Explain a deployment that nobody approved", href: "/deployments" },
  { permission: "review:manage", label: "Open a readiness review", href: "/reviews" },
  { permission: "approval:delegate", label: "Delegate your approvals", href: "/delegations" },
  { permission: "calendar:manage", label: "Plan a freeze or a window", href: "/settings/calendars" },
  { permission: "person:manage", label: "Add a person", href: "/settings/people" },
  { permission: "service:manage", label: "Add a service", href: "/settings/services" },
  { permission: "environment:manage", label: "Add an environment", href: "/settings/environments" },
  { permission: "token:manage", label: "Create an API token", href: "/settings/tokens" },
  { permission: "integration:manage", label: "Connect an integration", href: "/settings/integrations" },
  { permission: "incident:configure", label: "Change the incident policy", href: "/settings/incidents" },
  { permission: "read", label: "Read the weekly report", href: "/readiness/report" },
  { permission: "read", label: "Measure incidents", href: "/incidents/analytics" },
  { permission: "read", label: "Choose your notifications", href: "/preferences" },
  { permission: "read", label: "Read the API reference", href: "/docs/api" },
];

type Part = Omit<PaletteCommand, "href"> & { part: string };
type Context = { path: RegExp; parts: readonly Part[] };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

/** What there is to do about the record whose page is open; `part` goes on from the page's address. */
const ON_PAGES: readonly Context[] = [
  {
    path: new RegExp(`^/releases/${ID}`),
    parts: [
      { permission: "release:sign", label: "Sign this release", part: "#sign" },
      { permission: "waiver:request", label: "Ask for a waiver of a check", part: "#checks" },
      { permission: "waiver:grant", label: "Waive a check", part: "#checks" },
      { permission: "read", label: "See who it waits for", part: "#waiting-on" },
      { permission: "read", label: "See its checks", part: "#checks" },
      { permission: "read", label: "See its signatures", part: "#signatures" },
      { permission: "read", label: "See its manifest", part: "#manifest" },
      { permission: "read", label: "See its decisions", part: "/decisions" },
      { permission: "release:advance", label: "Move it to the next stage", part: "#stages" },
      { permission: "break-glass:request", label: "Break glass, if it cannot wait", part: "#break-glass-offer" },
      { permission: "read", label: "Print its evidence pack", part: "/evidence-pack" },
    ],
  },
  {
    path: new RegExp(`^/incidents/${ID}`),
    parts: [
      { permission: "incident:note", label: "Write on the timeline", part: "#timeline" },
      { permission: "read", label: "See who responds", part: "#people" },
      { permission: "read", label: "See its action items", part: "#action-items" },
      { permission: "read", label: "Read its postmortem", part: "/postmortem" },
    ],
  },
];

/** Pages of a record whose history the registry shows. */
const RECORD = new RegExp(
  `^/(?:releases|incidents|waivers|waivers/requests|scorecards|rehearsals|action-items|deployments|reviews)/(${ID})`,
);

/** What the reader may do about the record on the page, in the order in which it is usually wanted. */
export function commandsOfPage(path: string, may: readonly Permission[]): PaletteCommand[] {
  const parts = ON_PAGES.flatMap(({ path: pattern, parts }) => {
    const page = pattern.exec(path)?.[0];
    return page ? parts.map(({ part, ...rest }) => ({ ...rest, href: `${page}${part}` })) : [];
  });
  const record = RECORD.exec(path)?.[1];
  const history: PaletteCommand[] = record
    ? [{ permission: "read", label: "See all that the registry says about it", href: `/registry/records/${record}` }]
    : [];
  return [...parts, ...history].filter(({ permission }) => may.includes(permission));
}

export const commandsOfAnywhere = (may: readonly Permission[]): PaletteCommand[] =>
  ANYWHERE.filter(({ permission }) => may.includes(permission));
