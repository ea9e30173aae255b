import { CommandButton } from "@/components/incident/command-button";
import { LoadFailure } from "@/components/page/load-failure";
import { DeadlineList } from "@/components/postmortem/deadline-list";
import { DownloadLinks } from "@/components/postmortem/download-links";
import { POSTMORTEM_WORDS } from "@/components/postmortem/words";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { type Actor, can } from "@/lib/core/access";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { postmortemView } from "@/lib/registry/postmortem/queries";
import type { PostmortemView } from "@/lib/registry/postmortem/view";
import { load } from "@/lib/web/load";
import { beginPostmortemAction } from "./postmortem/actions";

type PostmortemSectionProps = { actor: Actor; incident: IncidentDetail };

/** Where the postmortem stands, by when it is owed, and the way to it. */
export async function PostmortemSection({ actor, incident }: PostmortemSectionProps) {
  const path = `/incidents/${incident.id}`;
  const found = await load(postmortemView(actor, incident.id));
  if (!found.ok) {
    return (
      <Section title="Postmortem">
        <LoadFailure failure={found.failure} retryHref={`${path}#postmortem`} />
      </Section>
    );
  }
  const view = found.data;
  return (
    <Section title="Postmortem" actions={<Actions view={view} mayWrite={can(actor, "postmortem:write")} />}>
      <div className="grid gap-3">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Status {...POSTMORTEM_WORDS[view.state]} />
          <span className="text-muted">{hintOf(view, incident)}</span>
        </p>
        {view.deadlines && <DeadlineList deadlines={view.deadlines} now={view.now} />}
        {view.paper && <DownloadLinks incidentId={incident.id} versions={view.paper.versions} />}
      </div>
    </Section>
  );
}

function Actions({ view, mayWrite }: { view: PostmortemView; mayWrite: boolean }) {
  const { id, isMerged } = view.incident;
  if (view.paper) {
    return <ButtonLink href={`/incidents/${id}/postmortem`}>{linkWord(view, mayWrite)}</ButtonLink>;
  }
  if (!mayWrite || isMerged) return null;
  return (
    <CommandButton action={beginPostmortemAction} input={{ incidentId: id }} done="The postmortem is begun">
      Begin the postmortem
    </CommandButton>
  );
}

const linkWord = ({ paper }: PostmortemView, mayWrite: boolean): string =>
  mayWrite && paper?.draft ? "Write the postmortem" : "Read the postmortem";

function hintOf({ paper, deadlines, incident }: PostmortemView, { postmortemRequired }: IncidentDetail): string {
  if (incident.isMerged) return "Written at the incident that this one was merged into.";
  if (!postmortemRequired && !paper) return "None is asked for at this severity.";
  if (!deadlines && !incident.isOver) return "Its deadlines count from the resolution.";
  const open = paper?.reviews.filter(({ answeredAt }) => answeredAt === null).length ?? 0;
  return open > 0 ? `${open === 1 ? "1 reviewer has" : `${open} reviewers have`} not answered yet.` : "";
}
