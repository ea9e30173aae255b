import type { LinkKind } from "@/lib/core/incident/model";

export type TypedLink = { kind: LinkKind; targetId: string } | { kind: "url"; url: string };

const ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
/** Pages of records; the first that fits decides. */
const PAGES: readonly [RegExp, LinkKind][] = [
  [new RegExp(`^/releases/[^/]+/decisions/${ID}$`), "decision"],
  [new RegExp(`^/releases/${ID}$`), "release"],
  [new RegExp(`^/scorecards/${ID}$`), "scorecard"],
  [new RegExp(`^/waivers/${ID}$`), "waiver"],
  [new RegExp(`^/rehearsals/${ID}$`), "rehearsal"],
  [new RegExp(`^/deployments/${ID}$`), "deployment"],
  [new RegExp(`^/incidents/${ID}$`), "incident"],
];

/** What a pasted address leads to: the record whose page of this site it is, or else a page as it is. Pure. */
export function linkFrom(address: string, origin: string): TypedLink {
  const text = address.trim();
  const url = URL.parse(text, text.startsWith("/") ? origin : undefined);
  if (url?.origin !== origin) return { kind: "url", url: text };
  for (const [page, kind] of PAGES) {
    const targetId = page.exec(url.pathname.replace(/\/$/, ""))?.[1];
    if (targetId) return { kind, targetId };
  }
  return { kind: "url", url: url.href };
}
