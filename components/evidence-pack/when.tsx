import { exactTime } from "@/components/time/format";

/** A moment to the second in UTC, whoever reads it: two copies of a pack read the same. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} className="xl:whitespace-nowrap">
      {exactTime(at)}
    </time>
  );
}
