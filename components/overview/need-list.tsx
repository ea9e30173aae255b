import type { ReactNode } from "react";

export type Need = { key: string; what: ReactNode; when: ReactNode };

type NeedListProps = { title: string; needs: readonly Need[]; more?: ReactNode };

/** Things of one kind that wait for somebody: what, and since or until when. Nothing at all when there are none. */
export function NeedList({ title, needs, more }: NeedListProps) {
  if (needs.length === 0) return null;
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-medium">
        {title} <span className="font-normal text-muted tabular-nums">{needs.length}</span>
      </h3>
      <ul className="divide-y border-y">
        {needs.slice(0, MOST_SHOWN).map(({ key, what, when }) => (
          <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2">
            <div className="min-w-0 [overflow-wrap:anywhere]">{what}</div>
            <div className="text-sm">{when}</div>
          </li>
        ))}
      </ul>
      {needs.length > MOST_SHOWN && <p className="mt-1.5 text-sm">{more}</p>}
    </div>
  );
}

const MOST_SHOWN = 8;
