import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { Change, ChangedRecord } from "@/lib/registry/overview/changes";
import { RELATION_WORDS } from "./relation-words";

const PLACES: Record<ChangedRecord["kind"], (id: string) => string> = {
  release: (id) => `/releases/${id}`,
  incident: (id) => `/incidents/${id}`,
  "action-item": (id) => `/action-items/${id}`,
  waiver: (id) => `/waivers/${id}`,
  "waiver-request": (id) => `/waivers/requests/${id}`,
  person: (id) => `/registry/records/${id}`,
};

type ChangedRecordsProps = { records: readonly ChangedRecord[]; now: string };

/** The reader's records that others have changed: each with the last that happened to it. */
export function ChangedRecords({ records, now }: ChangedRecordsProps) {
  return (
    <ul className="divide-y border-y">
      {records.map((record) => (
        <li key={record.id} className="grid gap-x-6 gap-y-0.5 py-2 md:grid-cols-[13rem_1fr]">
          <p className="min-w-0 [overflow-wrap:anywhere]">
            <TextLink href={PLACES[record.kind](record.id)}>{record.name}</TextLink>
            <span className="block text-muted text-sm">{RELATION_WORDS[record.relation]}</span>
          </p>
          <Deeds record={record} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Deeds({ record: { id, changes, count }, now }: { record: ChangedRecord; now: string }) {
  const more = count - changes.length;
  return (
    <ol className="min-w-0">
      {changes.map((change) => (
        <Deed key={change.index} change={change} now={now} />
      ))}
      {more > 0 && (
        <li className="text-sm">
          <TextLink href={`/registry/records/${id}`}>
            {more === 1 ? "1 earlier entry" : `${more} earlier entries`}
          </TextLink>
        </li>
      )}
    </ol>
  );
}

function Deed({ change: { index, at, by, sentence }, now }: { change: Change; now: string }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className="line-clamp-2 min-w-0 [overflow-wrap:anywhere] md:max-w-[75%]">
        <span className="font-medium">{by}</span> {sentence}
      </span>
      <span className="text-muted text-sm">
        <TextLink quiet href={`/registry/${index}`}>
          <Instant at={at} now={now} />
        </TextLink>
      </span>
    </li>
  );
}
