import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { checkTitle } from "@/components/waiver/waiver-table";
import { urgencyOf } from "@/lib/core/overview/urgency";
import type { WaiverSummary } from "@/lib/registry/waiver/queries";
import type { RequestSummary } from "@/lib/registry/waiver/request-queries";
import type { Need, NeedGroup } from "./need-group";

const MOST = 50;

/** Waivers that somebody asked for and the reader may grant or deny. */
export function requestNeeds({ requests, now }: { requests: readonly RequestSummary[]; now: string }): NeedGroup {
  const needs = requests.map(({ id, requestedBy, requestedAt, ...request }): Need => {
    return {
      key: id,
      urgency: "waiting",
      what: (
        <>
          <TextLink href={`/waivers/requests/${id}`}>{matterOf(request)}</TextLink>{" "}
          <span className="text-muted">
            {scopeOf(request)}, by {requestedBy}
          </span>
        </>
      ),
      when: <Instant at={requestedAt} now={now} prefix="requested" className="text-muted" />,
    };
  });
  const all = { href: "/waivers?view=requests", label: "All requests" };
  return { id: "requests", title: "Waivers to decide on", most: MOST, needs, all };
}

export function waiverNeeds({ waivers, now }: { waivers: readonly WaiverSummary[]; now: string }): NeedGroup {
  const needs = waivers.map(({ id, expiresAt, ...waiver }): Need => {
    return {
      key: id,
      urgency: urgencyOf(new Date(expiresAt), new Date(now)),
      what: (
        <>
          <TextLink href={`/waivers/${id}`}>{matterOf(waiver)}</TextLink>{" "}
          <span className="text-muted">{scopeOf(waiver)}</span>
        </>
      ),
      when: <Instant at={expiresAt} now={now} prefix="expires" className="text-muted" />,
    };
  });
  const all = { href: "/waivers?view=active&state=expiring", label: "All expiring waivers" };
  return { id: "waivers", title: "Waivers about to expire", most: MOST, needs, all };
}

type Waived = Pick<WaiverSummary, "checkId" | "finding" | "service" | "release">;

const matterOf = ({ checkId, finding }: Pick<Waived, "checkId" | "finding">): string =>
  [checkTitle(checkId), finding].filter(Boolean).join(" ");

const scopeOf = ({ service, release }: Pick<Waived, "service" | "release">): string =>
  release ? `${service} ${release.version}` : `every release of ${service}`;
