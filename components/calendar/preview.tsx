import { previewOf } from "@/lib/core/calendar/plan";
import { ruleSentence } from "@/lib/core/calendar/sentence";
import { wallText } from "@/lib/core/calendar/wall";

const SHOWN = 5;
const FIELD_NAMES: Record<string, string> = {
  name: "Name",
  reason: "Reason",
  timeZone: "Time zone",
  validFrom: "Valid from",
  validUntil: "Valid until",
  overridableBy: "May be overridden by",
  "rule.from": "Starts at",
  "rule.to": "Ends at",
  "rule.start": "From",
  "rule.end": "To",
  "rule.plusDays": "Days later",
  "rule.days": "Days",
};

/** Fields that say nothing of when: their absence is told when the form is sent. */
const OTHERS = ["name", "reason"];

/** The rule in words and its next times, or what is still missing, while it is typed. */
export function Preview({ draft, now }: { draft: Record<string, unknown>; now: string }) {
  const filled = { ...draft, name: draft.name || "-", reason: draft.reason || "-" };
  const { environmentId: _e, serviceId: _s, ...asked } = filled as Record<string, unknown>;
  const found = previewOf(asked, new Date(now), SHOWN);
  return (
    <section aria-label="Preview" aria-live="polite" className="rounded-md border bg-sunken px-3 py-2.5 text-sm">
      {"faults" in found ? <Faults faults={found.faults} /> : <Times {...found} />}
    </section>
  );
}

function Faults({ faults }: { faults: Record<string, string> }) {
  const told = Object.entries(faults).filter(([field]) => !OTHERS.includes(field));
  return (
    <>
      <p className="font-medium">Not complete yet</p>
      <ul className="mt-1 grid gap-0.5 text-muted">
        {told.map(([field, message]) => (
          <li key={field}>{FIELD_NAMES[field] ? `${FIELD_NAMES[field]}: ${message}` : message}</li>
        ))}
      </ul>
    </>
  );
}

function Times({ occurrences, times }: Exclude<ReturnType<typeof previewOf>, { faults: unknown }>) {
  return (
    <>
      <p className="font-medium">{ruleSentence(times)}</p>
      <p className="mt-1.5 text-muted">
        {occurrences.length < SHOWN ? "All times to come" : `The next ${SHOWN} times`}
      </p>
      <ol className="mt-1 grid gap-0.5 tabular-nums">
        {occurrences.map(({ start, end }) => (
          <li key={start.getTime()}>
            {localText(start, times.timeZone)} to {localText(end, times.timeZone)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Without the zone, which the sentence above states. */
const localText = (at: Date, timeZone: string) => wallText(at, timeZone).slice(0, -timeZone.length - 1);
