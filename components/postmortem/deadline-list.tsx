import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { DeadlinesView } from "@/lib/registry/postmortem/view";
import { DeadlineStatus } from "./deadline-status";
import { DEADLINE_WORDS } from "./words";

/** By when a postmortem has to be published and completed, and how that stands. */
export function DeadlineList({ deadlines, now }: { deadlines: DeadlinesView; now: string }) {
  const { publish, complete, publishBy, completeBy } = deadlines;
  const both = [
    { key: "publish" as const, state: publish, by: publishBy },
    { key: "complete" as const, state: complete, by: completeBy },
  ];
  return (
    <DefinitionList columns={2}>
      {both.map(({ key, state, by }) => (
        <Definition key={key} term={state.startsWith("done") ? DEADLINE_WORDS[key].done : DEADLINE_WORDS[key].owed}>
          <span className="flex flex-wrap items-baseline gap-x-3">
            <DeadlineStatus at={by} state={state} now={now} />
            <span className="text-muted text-sm">
              by <Instant at={by} now={now} style="exact" />
            </span>
          </span>
        </Definition>
      ))}
    </DefinitionList>
  );
}
