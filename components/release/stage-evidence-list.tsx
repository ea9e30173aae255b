import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { StageEvidence } from "@/lib/core/release/evidence";

type StageEvidenceListProps = { releaseId: string; evidence: readonly StageEvidence[] };

/** What a stage rests on, each with the way to it; hashes folded. */
export function StageEvidenceList({ releaseId, evidence }: StageEvidenceListProps) {
  const artifacts = evidence.filter(({ kind }) => kind === "artifact");
  const others = evidence.filter(({ kind }) => kind !== "artifact");
  return (
    <>
      {others.length > 0 && (
        <ul aria-label="Evidence" className="mt-0.5 text-sm">
          {others.map((each) => (
            <li key={`${each.kind} ${each.id ?? each.url}`} className="min-h-6 py-0.5 [overflow-wrap:anywhere]">
              <TextLink href={hrefOf(releaseId, each)} external={each.kind === "url"}>
                {each.label}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {artifacts.length > 0 && (
        <Details summary="Artifacts" count={artifacts.length} className="text-sm">
          <ul>
            {artifacts.map(({ label }) => (
              <li key={label}>
                <Digest value={label} length={8} what="artifact hash" />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function hrefOf(releaseId: string, { kind, id, url }: StageEvidence): string {
  if (kind === "url") return url ?? "";
  if (kind === "scorecard") return `/scorecards/${id}`;
  if (kind === "rehearsal") return `/rehearsals/${id}`;
  if (kind === "decision" || kind === "break-glass") return `/releases/${releaseId}/decisions/${id}`;
  return kind === "signature" ? "#signatures" : "#manifest";
}
