import { Instant } from "@/components/time/instant";
import { Details } from "@/components/ui/details";
import { Status, type Tone } from "@/components/ui/status";
import type { IncidentDetail, Told } from "@/lib/registry/incident/view";

const WORDS: Record<Told["state"], { tone: Tone; label: string }> = {
  pending: { tone: "info", label: "On its way" },
  held: { tone: "info", label: "In the next digest" },
  sent: { tone: "info", label: "Told" },
  failed: { tone: "no-go", label: "Not reached" },
};
const SHOWN = 5;

type Line = Pick<Told, "recipient" | "kind" | "acknowledgedAt"> & {
  id: string;
  state: Told["state"] | null;
  at: string;
};

/** Who was told, whether it reached them, and who is on it: those first, then whom it did not reach. */
export function ToldList({ incident }: { incident: Pick<IncidentDetail, "told" | "acknowledgements" | "now"> }) {
  const ordered = linesOf(incident).toSorted((a, b) => rank(a) - rank(b));
  const rest = ordered.slice(SHOWN);
  return (
    <>
      <Lines lines={ordered.slice(0, SHOWN)} now={incident.now} />
      {rest.length > 0 && (
        <Details summary="The others" count={rest.length}>
          <Lines lines={rest} now={incident.now} />
        </Details>
      )}
    </>
  );
}

/** Somebody may be on it without having been told, as whoever declared it. */
function linesOf({ told, acknowledgements }: Pick<IncidentDetail, "told" | "acknowledgements">): Line[] {
  const known = new Set(told.map(({ recipientId }) => recipientId));
  return [
    ...acknowledgements
      .filter(({ byId }) => !known.has(byId))
      .map(({ byId, name, at }): Line => ({ ...UNTOLD, id: byId, recipient: name, at, acknowledgedAt: at })),
    ...told.map(({ recipientId, at, sentAt, ...rest }) => ({ ...rest, id: recipientId, at: sentAt ?? at })),
  ];
}
const UNTOLD = { kind: "person", state: null } as const;

function rank({ acknowledgedAt, state }: Line): number {
  if (acknowledgedAt) return 0;
  return state === "failed" ? 1 : 2;
}

type LinesProps = { lines: readonly Line[]; now: string };

function Lines({ lines, now }: LinesProps) {
  return (
    <ul className="divide-y border-y">
      {lines.map(({ id, recipient, kind, state, at, acknowledgedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {recipient}
            {kind === "channel" && <span className="text-muted text-sm"> channel</span>}
          </span>
          <span className="flex items-center gap-2 text-sm">
            {acknowledgedAt || !state ? (
              <Status tone="go" label="On it" size="sm" />
            ) : (
              <Status {...WORDS[state]} size="sm" />
            )}
            <Instant at={acknowledgedAt ?? at} now={now} className="text-muted" />
          </span>
        </li>
      ))}
    </ul>
  );
}
