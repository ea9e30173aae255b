import { NoteDialog } from "@/components/review/end-dialogs";
import { NoteList, SignOffList } from "@/components/review/signed-list";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import type { ReviewDetail } from "@/lib/registry/review/view";
import { noteReviewAction } from "../actions";

/** What the board had to say of it, and who signed. */
export function BoardSections({ review, actor }: { review: ReviewDetail; actor: Actor }) {
  const { id, quarter, state, notes, signOffs, now } = review;
  const notesNow = state === "open" && can(actor, "review:manage");
  return (
    <>
      <Section
        title="Notes"
        count={notes.length}
        actions={notesNow && <NoteDialog reviewId={id} quarter={quarter} action={noteReviewAction} />}
      >
        {notes.length > 0 ? <NoteList notes={notes} now={now} /> : <p className="text-muted">Nobody wrote one.</p>}
      </Section>
      <Section
        title="Sign-off"
        count={signOffs.length}
        description="By the change board, under exactly what this page shows."
      >
        {signOffs.length > 0 ? (
          <SignOffList signOffs={signOffs} now={now} />
        ) : (
          <p className="text-muted">Nobody has signed yet.</p>
        )}
      </Section>
    </>
  );
}
