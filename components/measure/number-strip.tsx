import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { ChangeMark } from "./change-mark";
import { changeOf, type Measured, valueText } from "./change-text";

export type StripNumber = {
  label: string;
  measured: Measured;
  /** Null: neither. */
  moreIsBetter: boolean | null;
  /** The list of what was counted. */
  href: string;
  /** What it is of, in a few words: "12 of 14 places". */
  detail?: ReactNode;
};

const GRID = "grid grid-cols-2 gap-x-6 gap-y-4 border-y py-4 lg:grid-cols-5";

/** The at most five numbers of a page, each with its change and a link to what it is made of. */
export function NumberStrip({ numbers }: { numbers: readonly StripNumber[] }) {
  return (
    <dl className={GRID}>
      {numbers.map(({ label, measured, moreIsBetter, href, detail }) => (
        <div key={label} className="min-w-0">
          <dt className="text-muted text-sm">{label}</dt>
          <dd>
            <TextLink quiet href={href} className="font-semibold! text-2xl tabular-nums tracking-tight">
              {valueText(measured.value, measured.unit)}
            </TextLink>
            {detail && <div className="text-muted text-sm tabular-nums">{detail}</div>}
            <div>
              <ChangeMark change={changeOf(measured, moreIsBetter)} />
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const PLACES = ["first", "second", "third", "fourth", "fifth"];

/** As high as the strip with its details, so that nothing below it moves when it arrives. */
export function NumberStripSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className={GRID}>
      <span className="sr-only">{label}</span>
      {PLACES.map((place) => (
        <div key={place} className="grid content-start">
          <div className="flex h-4.5 items-center">
            <Skeleton className="h-3 w-24" />
          </div>
          <div className="flex h-8 items-center">
            <Skeleton className="h-6 w-16" />
          </div>
          <div className="flex h-4.5 items-center">
            <Skeleton className="h-3 w-28" />
          </div>
          <div className="flex h-5 items-center">
            <Skeleton className="h-3 w-20" />
          </div>
        </div>
      ))}
    </div>
  );
}
