import { TextLink } from "@/components/ui/text-link";
import type { ClaimedWaiver } from "@/lib/core/scorecard/model";

/** Waivers as the document names them. Online only the registry's own count, so none of these is taken for valid. */
export function ClaimedWaivers({ waivers }: { waivers: ClaimedWaiver[] }) {
  if (waivers.length === 0) return <p className="text-muted">The document claims no waiver.</p>;
  return (
    <>
      <ul className="divide-y">
        {waivers.map(({ id, checkId, finding, expiresAt }) => (
          <li key={[id, checkId, finding, expiresAt].join(" ")} className="py-1.5 break-words">
            {[id, checkId, finding, expiresAt && `until ${expiresAt}`].filter(Boolean).join(" · ")}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted text-sm">
        These are claims of the pipeline. The gate counts only <TextLink href="/waivers">granted waivers</TextLink>.
      </p>
    </>
  );
}
