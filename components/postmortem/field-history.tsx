import { Instant } from "@/components/time/instant";
import { Details } from "@/components/ui/details";
import { lineDifference } from "@/lib/core/incident/postmortem/difference";
import { valueText } from "@/lib/core/incident/postmortem/value-text";
import type { SaveView } from "@/lib/registry/postmortem/queries";
import { DifferenceView } from "./difference-view";

/** Every text that a field has had, the last one first, each with what it changed. */
export function FieldHistory({ saves, now }: { saves: readonly SaveView[]; now: string }) {
  return (
    <ol className="grid gap-1">
      {saves.map((save, index) => {
        const before = saves[index + 1];
        const lines = lineDifference(before ? valueText(before.value) : "", valueText(save.value));
        return (
          <li key={save.revision}>
            <Details
              open={index === 0}
              summary={
                <>
                  Revision {save.revision} by {save.by} <Instant at={save.at} now={now} />
                </>
              }
            >
              <DifferenceView lines={lines} label={`What revision ${save.revision} changed`} />
            </Details>
          </li>
        );
      })}
    </ol>
  );
}
