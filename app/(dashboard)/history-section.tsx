import { HistoryList } from "@/components/ledger/history-list";
import { historyHref } from "@/components/ledger/record-href";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { Section } from "@/components/ui/section";
import { SectionSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/core/access";
import { listEntries } from "@/lib/registry/ledger/queries";
import { load } from "@/lib/web/load";

const SHOWN = 10;

type HistorySectionProps = {
  actor: Actor;
  record: string;
  /** Where to try again. */
  href: string;
};

/** What was done to a record, by whom and when, as the ledger has it. */
export function HistorySection(props: HistorySectionProps) {
  return <Streamed section={History(props)} fallback={<SectionSkeleton title="History" />} />;
}

async function History({ actor, record, href }: HistorySectionProps) {
  const found = await load(listEntries(actor, { record, size: SHOWN }));
  return (
    <Section title="History" id="history" description="From the ledger, newest first.">
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`${href}#history`} />}
      {found.ok && found.data.items.length === 0 && <p className="text-muted">Nothing has been recorded yet.</p>}
      {found.ok && found.data.items.length > 0 && (
        <>
          <HistoryList items={found.data.items} now={found.data.now} />
          <p className="mt-2">
            <TextLink href={historyHref(record)}>
              {found.data.next ? "All entries, with their hashes" : "These entries with their hashes"}
            </TextLink>
          </p>
        </>
      )}
    </Section>
  );
}
