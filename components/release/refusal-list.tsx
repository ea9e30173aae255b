import { Instant } from "@/components/time/instant";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { RefusalView } from "@/lib/registry/release/history-queries";
import { stageName } from "./stage-status";

const SHOWN = 3;

type RefusalListProps = { releaseId: string; refusals: readonly RefusalView[]; now: string };

/** Attempts to move the release that were refused, the latest first. */
export function RefusalList({ releaseId, refusals, now }: RefusalListProps) {
  if (refusals.length === 0) return null;
  const earlier = refusals.slice(SHOWN);
  return (
    <div className="mt-3 text-sm">
      <List releaseId={releaseId} refusals={refusals.slice(0, SHOWN)} now={now} />
      {earlier.length > 0 && (
        <Details summary="Earlier refusals" count={earlier.length}>
          <List releaseId={releaseId} refusals={earlier} now={now} />
        </Details>
      )}
    </div>
  );
}

function List({ releaseId, refusals, now }: RefusalListProps) {
  return (
    <ul className="grid gap-0.5">
      {refusals.map(({ id, stage, reason, decisionId, by, at }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <span className="font-medium text-no-go">Refused:</span> {stageName(stage)}, {told(stage, reason)}
          {decisionId && (
            <>
              {" "}
              (<TextLink href={`/releases/${releaseId}/decisions/${decisionId}`}>decision</TextLink>)
            </>
          )}{" "}
          <span className="text-muted">
            – by {by}, <Instant at={at} now={now} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The reason without the stage that is named before it, and without its full stop. */
function told(stage: string, reason: string): string {
  const bare = reason.replace(new RegExp(`^${stage} cannot (start|succeed): `), "").replace(/\.$/, "");
  return bare.replace(/^The /, "the ");
}
