import { LoadFailure } from "@/components/page/load-failure";
import { DocumentView } from "@/components/postmortem/document-view";
import { PostmortemEditor } from "@/components/postmortem/editor";
import { AmendDialog, CompleteDialog } from "@/components/postmortem/end-dialogs";
import { ReviewDialogs } from "@/components/postmortem/review-dialogs";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { contentOfDocument } from "@/lib/core/incident/postmortem/model";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import { exportedPostmortem } from "@/lib/registry/postmortem/export";
import type { PaperView, PostmortemView } from "@/lib/registry/postmortem/view";
import { load } from "@/lib/web/load";
import {
  amendPostmortemAction,
  answerReviewAction,
  completePostmortemAction,
  publishPostmortemAction,
  savedAfterAction,
  savePostmortemAction,
} from "./actions";

type DocumentSectionProps = { actor: PersonActor; view: PostmortemView; paper: PaperView };

/** The text: to write while it is a draft and the reader may, else to read, the published one first. */
export async function DocumentSection({ actor, view, paper }: DocumentSectionProps) {
  const { draft } = paper;
  if (draft && can(actor, "postmortem:write")) return Writing({ actor, view, paper, draft });
  const text = await load(exportedPostmortem(actor, view.incident.id));
  const path = `/incidents/${view.incident.id}/postmortem`;
  if (!text.ok) return <LoadFailure failure={text.failure} retryHref={path} />;
  const { version, document } = text.data;
  return (
    <Section
      title={version === null ? "Draft of version 1" : `Version ${version}`}
      description={draft && version !== null && `Version ${draft.version} is being written: ${draft.amendmentReason}`}
      actions={!draft && <EndActions actor={actor} view={view} paper={paper} />}
    >
      {!draft && !paper.versions[0]?.archive && paper.completeGaps.length > 0 && (
        <Alert tone="info" title="Its review is not completed yet" className="mb-4">
          {paper.completeGaps.join("; ")}.
        </Alert>
      )}
      <DocumentView content={contentOfDocument(document)} />
    </Section>
  );
}

type WritingProps = DocumentSectionProps & { draft: NonNullable<PaperView["draft"]> };

async function Writing({ actor, view, paper, draft }: WritingProps) {
  const people = await load(ownerChoices(actor));
  return (
    <Section
      title={`Draft of version ${draft.version}`}
      description={
        draft.amendmentReason
          ? `Amended: ${draft.amendmentReason}`
          : "What you write is saved as you write it, field by field."
      }
    >
      <PostmortemEditor
        incidentId={view.incident.id}
        revision={paper.revision}
        draftVersion={draft.version}
        isOver={view.incident.isOver}
        fields={paper.fields}
        known={{
          people: people.ok ? people.data.map(({ name }) => name) : [],
          timeline: view.timeline,
          dueOn: view.dueOn,
        }}
        now={view.now}
        actions={{
          save: savePostmortemAction,
          savedAfter: savedAfterAction,
          publish: can(actor, "postmortem:publish") ? publishPostmortemAction : null,
          review: answerReviewAction,
        }}
      />
    </Section>
  );
}

function EndActions({ actor, view, paper }: DocumentSectionProps) {
  const { id } = view.incident;
  const mayWrite = can(actor, "postmortem:write");
  const isReviewed = paper.completeGaps.length === 0 && !paper.versions[0]?.archive && view.state === "published";
  return (
    <>
      {mayWrite && <AmendDialog incidentId={id} action={amendPostmortemAction} />}
      {mayWrite && !paper.versions[0]?.archive && (
        <ReviewDialogs incidentId={id} revision={paper.revision} action={answerReviewAction} />
      )}
      {isReviewed && can(actor, "postmortem:publish") && (
        <CompleteDialog incidentId={id} action={completePostmortemAction} />
      )}
    </>
  );
}
