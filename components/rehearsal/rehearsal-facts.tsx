import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { RehearsalDetail } from "@/lib/registry/rehearsal/queries";
import { timeText } from "./time-text";

export function RehearsalFacts({ view }: { view: RehearsalDetail }) {
  return (
    <DefinitionList columns={4} className="mb-8">
      <Definition term="Environment">{view.environment}</Definition>
      <Definition term="Rolled back">
        {view.fromVersion} <span aria-hidden>→</span>
        <span className="sr-only">to</span> {view.toVersion}
      </Definition>
      <Definition term="Finished">
        <Instant at={view.finishedAt} now={view.now} />
      </Definition>
      <Definition term="Took">
        <Duration ms={Date.parse(view.finishedAt) - Date.parse(view.startedAt)} />
      </Definition>
      <Definition term="Participants">{view.participants.join(", ")}</Definition>
      {view.session && (
        <Definition term="Planned for">
          {timeText(view.session)}
          {view.session.leadName && `, led by ${view.session.leadName}`}
        </Definition>
      )}
      <Definition term="Evidence">
        {view.evidenceUrl ? (
          <TextLink external href={view.evidenceUrl} className="break-all">
            {new URL(view.evidenceUrl).host}
          </TextLink>
        ) : (
          "no link"
        )}
      </Definition>
      <Definition term="Recorded">
        <Instant at={view.recordedAt} now={view.now} /> by {view.recordedBy}
      </Definition>
    </DefinitionList>
  );
}
