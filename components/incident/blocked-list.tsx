import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { BlockedRelease } from "@/lib/registry/incident/view";

const SHOWN = 4;

/** Releases that cannot ship while this incident is open. */
export function BlockedList({ blocks }: { blocks: readonly BlockedRelease[] }) {
  const rest = blocks.slice(SHOWN);
  return (
    <>
      <Lines blocks={blocks.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Details summary="The others" count={rest.length}>
          <Lines blocks={rest} />
        </Details>
      )}
    </>
  );
}

function Lines({ blocks }: { blocks: readonly BlockedRelease[] }) {
  return (
    <ul className="divide-y border-y">
      {blocks.map(({ releaseId, service, version, environment }) => (
        <li key={releaseId} className="py-1 [overflow-wrap:anywhere]">
          <TextLink href={`/releases/${releaseId}`}>
            {service} {version}
          </TextLink>{" "}
          <span className="text-muted text-sm">to {environment}</span>
        </li>
      ))}
    </ul>
  );
}
