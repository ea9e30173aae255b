"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";

type Choice = { chosen: ReadonlySet<string>; toggle(id: string): void; choose(ids: readonly string[]): void };
const Choosing = createContext<Choice>({ chosen: new Set(), toggle() {}, choose() {} });

/** Lets lines of a table be chosen, and shows what can be done with the chosen ones while there are any. */
export function ChoosingProvider({
  bar,
  children,
}: {
  bar: (ids: string[], clear: () => void) => ReactNode;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setChosen(new Set());
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  return (
    <Choosing value={{ chosen, toggle, choose: (ids) => setChosen(new Set(ids)) }}>
      {children}
      <div aria-live="polite" data-no-print="" className="sticky bottom-0 z-10">
        {chosen.size > 0 && (
          <div className="mt-3 flex flex-wrap items-center gap-2 rounded-lg border bg-surface px-3 py-2 shadow-sm">
            <p className="me-auto font-medium tabular-nums">{chosen.size} chosen</p>
            {bar([...chosen], clear)}
            <Button variant="ghost" onClick={clear}>
              Choose none
            </Button>
          </div>
        )}
      </div>
    </Choosing>
  );
}

export function ChooseOne({ id, title }: { id: string; title: string }) {
  const { chosen, toggle } = useContext(Choosing);
  return <Checkbox checked={chosen.has(id)} onChange={() => toggle(id)} aria-label={`Choose ${title}`} />;
}

/** All of them, or none where all are chosen. */
export function ChooseAll({ ids }: { ids: readonly string[] }) {
  const { chosen, choose } = useContext(Choosing);
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <Checkbox
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = !all && chosen.size > 0;
      }}
      onChange={() => choose(all ? [] : ids)}
      aria-label="Choose all open items of this page"
    />
  );
}
