import { Instant } from "@/components/time/instant";

/** The instant by which a list was judged. */
export function AsOf({ at, now }: { at: string; now: string }) {
  return (
    <p className="mb-2 text-muted text-sm">
      As of <Instant at={at} now={now} style="exact" />
      {at < now && ", shown with what has become of them since"}.
    </p>
  );
}
