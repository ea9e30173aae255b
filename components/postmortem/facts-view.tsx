import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { PostmortemFacts } from "@/lib/core/incident/postmortem/model";
import { namedTimes } from "@/lib/core/incident/postmortem/times";

const INSTANTS = [
  { name: "Began", field: "started" },
  { name: "Detected", field: "detected" },
  { name: "Declared", field: "declared" },
  { name: "Acknowledged", field: "acknowledged" },
  { name: "Mitigated", field: "mitigated" },
  { name: "Resolved", field: "resolved" },
] as const;

/** What the incident itself says: its instants, and how long detection, response and recovery took. */
export function FactsView({ facts, now }: { facts: PostmortemFacts; now: string }) {
  return (
    <div className="grid gap-3">
      <DefinitionList columns={1} layout="rows">
        {namedTimes(facts).map(({ name, text }) => (
          <Definition key={name} term={name}>
            <span className="font-semibold tabular-nums">{text || "not known"}</span>
          </Definition>
        ))}
      </DefinitionList>
      <DefinitionList columns={1} layout="rows">
        {INSTANTS.map(({ name, field }) => (
          <Definition key={field} term={name}>
            {facts[field] ? <Instant at={facts[field]} now={now} style="exact" /> : "not known"}
          </Definition>
        ))}
      </DefinitionList>
    </div>
  );
}
