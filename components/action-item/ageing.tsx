import { TextLink } from "@/components/ui/text-link";
import type { AgeClass } from "@/lib/core/action-item/ageing";

/** How old what is open is. `hrefOf`: the items that are at least so many days old. */
export function Ageing({ classes, hrefOf }: { classes: readonly AgeClass[]; hrefOf: (minAgeDays: number) => string }) {
  if (classes.every(({ items }) => items === 0)) return null;
  return (
    <dl aria-label="Age of open items" className="mb-4 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
      {classes.map(({ fromDays, toDays, items, overdue }) => (
        <div key={fromDays}>
          <dt className="text-muted text-sm">{ageWords(fromDays, toDays)}</dt>
          <dd>
            {items > 0 && fromDays > 0 ? (
              <TextLink href={hrefOf(fromDays)} className="font-semibold text-lg tabular-nums">
                {items}
              </TextLink>
            ) : (
              <span className="font-semibold text-lg tabular-nums">{items}</span>
            )}
            {overdue > 0 && <span className="ms-2 text-no-go text-sm tabular-nums">{overdue} overdue</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ageWords(fromDays: number, toDays: number | null): string {
  if (toDays === null) return `Open for more than ${fromDays - 1} days`;
  return fromDays === 0 ? `Open for up to ${toDays} days` : `${fromDays} to ${toDays} days`;
}
