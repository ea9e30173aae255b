import type { Measured } from "@/components/measure/change-text";
import type { StripNumber } from "@/components/measure/number-strip";
import type { Compared, LeadingNumbers, Share } from "@/lib/registry/readiness/view";
import { ofText, rateOf } from "./shares";

export const LEADING_KEYS = ["ready", "rehearsalsFresh", "itemsOverdue", "firstPass", "changeFailures"] as const;
export type LeadingKey = (typeof LEADING_KEYS)[number];

export type LeadingMeasure = {
  key: LeadingKey;
  label: string;
  moreIsBetter: boolean;
  measured: Measured;
  /** "12 of 14 places"; null where there is nothing to tell. */
  detail: string | null;
};

/** The five numbers in their order, each with its unit and what it is of. */
export function leadingMeasures(numbers: LeadingNumbers): LeadingMeasure[] {
  const { ready, rehearsalsFresh, itemsOverdue, firstPass, changeFailures, instants, now } = numbers;
  const isOver = instants.current < now;
  return [
    {
      ...{ key: "ready", label: isOver ? "Releases ready at its end" : "Releases ready now", moreIsBetter: true },
      measured: { value: ready.current.part, previous: ready.previous.part, unit: "count" },
      detail: `of ${ready.current.whole} on their way`,
    },
    {
      ...{ key: "rehearsalsFresh", label: "Rehearsals fresh", moreIsBetter: true },
      measured: rates(rehearsalsFresh),
      detail: detailOf(rehearsalsFresh, "places"),
    },
    {
      ...{ key: "itemsOverdue", label: "Postmortem items overdue", moreIsBetter: false },
      measured: { value: itemsOverdue.current, previous: itemsOverdue.previous, unit: "count" },
      detail: "open and past their due time",
    },
    {
      ...{ key: "firstPass", label: "Passed the gate at once", moreIsBetter: true },
      measured: rates(firstPass),
      detail: detailOf(firstPass, "first evaluations"),
    },
    {
      ...{ key: "changeFailures", label: "Change-failure rate", moreIsBetter: false },
      measured: rates(changeFailures),
      detail: detailOf(changeFailures, "rolled out"),
    },
  ];
}

const rates = ({ current, previous }: Compared<Share>): Measured => ({
  value: rateOf(current),
  previous: rateOf(previous),
  unit: "rate",
});

function detailOf({ current }: Compared<Share>, of: string): string | null {
  const text = ofText(current);
  return text && `${text} ${of}`;
}

/** The same as a strip, with the address of the list behind each. */
export function leadingStrip(numbers: LeadingNumbers, hrefs: Record<LeadingKey, string>): StripNumber[] {
  return leadingMeasures(numbers).map(({ key, ...rest }) => ({ ...rest, href: hrefs[key] }));
}
