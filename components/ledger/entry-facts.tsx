import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { EntryDetail } from "@/lib/registry/ledger/detail";
import { Actor } from "./entry-table";
import { historyHref, recordHref } from "./record-href";

export function EntryFacts({ view }: { view: EntryDetail }) {
  const href = recordHref(view);
  return (
    <>
      {!view.bodyMatchesLeaf && (
        <Alert tone="no-go" title="The body does not match its hash" className="mb-6">
          Somebody has changed this entry after it was written.
        </Alert>
      )}
      <DefinitionList columns={3} className="mb-8">
        <Definition term="When">
          <Instant style="both" at={view.at} now={view.now} />
        </Definition>
        <Definition term="Who">
          <Actor actor={view.actor} />
        </Definition>
        <Definition term="Command">
          <code className="text-sm">{view.command}</code>
        </Definition>
        <Definition term="Kind">
          <Badge>{view.kind}</Badge> {href && <TextLink href={href}>{view.name ?? "open the record"}</TextLink>}
        </Definition>
        <Definition term="Leaf hash">
          <Digest value={view.leaf} length={16} what="leaf hash" />
        </Definition>
        <Definition term="Tree head after it">
          <Digest value={view.root} length={16} what="tree head" />
        </Definition>
        <Definition term="About">
          {view.subjects.map((subject) => (
            <TextLink key={subject} href={historyHref(subject)} className="block w-fit py-0.5">
              <code className="break-all text-sm">{subject}</code>
            </TextLink>
          ))}
        </Definition>
      </DefinitionList>
    </>
  );
}
