import { Details } from "@/components/ui/details";
import type { Blocker } from "@/lib/core/break-glass/request";

/** What the gate held against a release when somebody asked to go past it. */
export function BlockerList({ blockers }: { blockers: readonly Blocker[] }) {
  if (blockers.length === 0) return null;
  return (
    <Details summary="What the gate held against it" count={blockers.length}>
      <ul className="list-disc pl-5">
        {blockers.map(({ id, title, outcome, details }) => (
          <li key={id}>
            {title} <span className="text-muted">({outcome})</span>
            {details.length > 0 && <span className="block text-muted text-sm">{details.join(" · ")}</span>}
          </li>
        ))}
      </ul>
    </Details>
  );
}
