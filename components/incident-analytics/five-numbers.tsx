import type { MeasureUnit } from "@/components/measure/change-text";
import { NumberStrip } from "@/components/measure/number-strip";
import type { IncidentNumbers } from "@/lib/core/incident/comparison";

type Shown = {
  label: string;
  unit: MeasureUnit;
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
  const numbers = SHOWN.map(({ label, unit, moreIsBetter, of }) => ({
    ...{ label, moreIsBetter, href: unit === "rate" ? "#attributions" : listHref },
    measured: { value: of(current), previous: of(previous), unit },
  }));
  return <NumberStrip numbers={numbers} />;
}
