import { Instant } from "@/components/time/instant";
import type { Candidate } from "@/lib/core/approval/candidates";
import { dayText } from "@/lib/core/approval/day-text";

type CandidatesProps = { candidates: readonly Candidate[]; now: string };

/** Whose signature would help, each with those who act for them while they are away. */
export function Candidates({ candidates, now }: CandidatesProps) {
  if (candidates.length === 0) return <p className="text-muted text-sm">nobody who may sign holds it</p>;
  const own = candidates.filter(({ onBehalfOf }) => onBehalfOf === null);
  const acting = candidates.filter(({ onBehalfOf }) => onBehalfOf !== null);
  const away = own.filter((each) => acting.some(({ onBehalfOf }) => onBehalfOf?.personId === each.personId));
  const present = own.filter((each) => !away.includes(each));
  return (
    <div className="text-muted text-sm">
      {present.length > 0 && <p>{present.map(({ name }) => name).join(", ")}</p>}
      {acting.map(
        ({ personId, name, onBehalfOf }) =>
          onBehalfOf && (
            <p key={`${personId} ${onBehalfOf.personId}`}>
              {onBehalfOf.name} – away, {name} acts until{" "}
              <Instant at={onBehalfOf.until} now={now} text={dayText(new Date(onBehalfOf.until))} />
            </p>
          ),
      )}
    </div>
  );
}
