import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { checkTitle } from "@/components/waiver/waiver-table";
import type { RequestSummary } from "@/lib/registry/waiver/request-queries";
import { type Need, NeedList } from "./need-list";

/** Waivers that somebody asked for and the reader may grant or deny. */
export function WaiverRequestNeeds({ requests, now }: { requests: readonly RequestSummary[]; now: string }) {
  const needs = requests.map(({ id, checkId, finding, service, release, requestedBy, requestedAt }): Need => {
    return {
      key: id,
      what: (
        <>
          <TextLink href={`/waivers/requests/${id}`}>{checkTitle(checkId)}</TextLink>
          {finding && ` ${finding}`}{" "}
          <span className="text-muted">
            {release ? `${service} ${release.version}` : `every release of ${service}`}, by {requestedBy}
          </span>
        </>
      ),
      when: <Instant at={requestedAt} now={now} prefix="requested" className="text-muted" />,
    };
  });
  const more = <TextLink href="/waivers?view=requests">All requests</TextLink>;
  return <NeedList title="Waivers to decide on" needs={needs} more={more} />;
}
