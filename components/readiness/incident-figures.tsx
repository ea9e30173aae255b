import { ChangeMark } from "@/components/measure/change-mark";
import { changeOf, type Measured, valueText } from "@/components/measure/change-text";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentNumbers } from "@/lib/core/incident/comparison";
import type { IncidentAnalytics } from "@/lib/registry/incident/analytics-view";

type Figure = { label: string; unit: Measured["unit"]; of: (numbers: IncidentNumbers) => number | null };

const SHOWN: Figure[] = [
  { label: "Incidents declared", unit: "count", of: ({ incidents }) => incidents },
  { label: "Mean time to acknowledge (MTTA)", unit: "ms", of: ({ timeToAcknowledge }) => whole(timeToAcknowledge) },
  { label: "Mean time to resolve (MTTR)", unit: "ms", of: ({ timeToResolve }) => whole(timeToResolve) },
];

const whole = (mean: { ms: number } | null): number | null => mean && Math.round(mean.ms);

type IncidentFiguresProps = {
  view: Pick<IncidentAnalytics, "current" | "previous" | "open">;
  listHref: string;
  openHref: string;
};

/** Incidents of the period in a few figures, each with its change. */
export function IncidentFigures({ view: { current, previous, open }, listHref, openHref }: IncidentFiguresProps) {
  return (
    <DefinitionList columns={4} className="mb-5">
      {SHOWN.map(({ label, unit, of }) => (
        <Definition key={label} term={label}>
          <TextLink quiet href={listHref} className="me-2 font-semibold! text-xl tabular-nums">
            {valueText(of(current), unit)}
          </TextLink>
          <ChangeMark change={changeOf({ value: of(current), previous: of(previous), unit }, false)} />
        </Definition>
      ))}
      <Definition term="Of them open now">
        <TextLink quiet href={openHref} className="font-semibold! text-xl tabular-nums">
          {open}
        </TextLink>
      </Definition>
    </DefinitionList>
  );
}
