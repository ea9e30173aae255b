import { ChangeMark } from "@/components/review/change-mark";
import { changeOf, valueText } from "@/components/review/trend-text";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentNumbers } from "@/lib/core/incident/comparison";
import type { Trend } from "@/lib/core/review/model";

type Shown = {
  label: string;
  unit: Trend["unit"];
  moreIsBetter: boolean;
  of: (numbers: IncidentNumbers) => number | null;
};

const SHOWN: Shown[] = [
  { label: "Incidents", unit: "count", moreIsBetter: false, of: ({ incidents }) => incidents },
  {
    label: "Time to acknowledge (MTTA)",
    unit: "ms",
    moreIsBetter: false,
    of: ({ timeToAcknowledge }) => timeToAcknowledge && Math.round(timeToAcknowledge.ms),
  },
  {
    label: "Time to resolve (MTTR)",
    unit: "ms",
    moreIsBetter: false,
    of: ({ timeToResolve }) => timeToResolve && Math.round(timeToResolve.ms),
  },
  {
    label: "Time between (MTBF)",
    unit: "ms",
    moreIsBetter: true,
    of: ({ timeBetween }) => timeBetween && Math.round(timeBetween.ms),
  },
  { label: "Change-failure rate", unit: "rate", moreIsBetter: false, of: ({ changeFailures }) => changeFailures.rate },
];

type FiveNumbersProps = {
  current: IncidentNumbers;
  previous: IncidentNumbers;
  /** Of the incidents that the numbers are of. */
  listHref: string;
};

/** The period in five numbers, each with its change and a link to what it is made of. */
export function FiveNumbers({ current, previous, listHref }: FiveNumbersProps) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y py-4 lg:grid-cols-5">
      {SHOWN.map(({ label, unit, moreIsBetter, of }) => {
        const [value, before] = [of(current), of(previous)];
        const href = unit === "rate" ? "#attributions" : listHref;
        return (
          <div key={label} className="min-w-0">
            <dt className="text-muted text-sm">{label}</dt>
            <dd>
              <TextLink quiet href={href} className="font-semibold text-2xl tabular-nums tracking-tight">
                {valueText(value, unit)}
              </TextLink>
              <div>
                <ChangeMark change={changeOf({ value, previous: before, unit }, moreIsBetter)} />
              </div>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
