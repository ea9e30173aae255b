import { ChangedRecords } from "@/components/overview/changed-records";
import { LookMark } from "@/components/overview/look-mark";
import { OtherChanges } from "@/components/overview/other-changes";
import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PersonActor } from "@/lib/core/access";
import { type Changes, changesSince } from "@/lib/registry/overview/changes";
import { load } from "@/lib/web/load";
import { markAsReadAction, noteLookAction } from "./actions";
import { dueSignatures } from "./shared-reads";

/** What others have done since the reader was here last, what concerns the reader first. */
export async function SinceLastLook({ actor }: { actor: PersonActor }) {
  const due = await dueSignatures(actor);
  const mustSign = (due.ok ? due.data.due : []).map(({ releaseId, service, version }) => {
    return { id: releaseId, name: `${service} ${version}` };
  });
  const found = await load(changesSince(actor, mustSign));
  if (!found.ok) {
    return (
      <Section title="Since you last looked">
        <LoadFailure failure={found.failure} retryHref="/" />
      </Section>
    );
  }
  const changes = found.data;
  const isAnything = changes.records.length > 0 || changes.others.length > 0;
  return (
    <Section
      title="Since you last looked"
      count={changes.records.length || undefined}
      description={<When changes={changes} isAnything={isAnything} />}
      actions={isAnything && <MarkAsRead changes={changes} />}
    >
      {changes.records.length > 0 && <ChangedRecords records={changes.records} now={changes.now} />}
      {!changes.isAllOfYours && <p className="mt-2 text-muted text-sm">These are the newest; there were more.</p>}
      {changes.since && <OtherChanges {...changes} since={changes.since.size} />}
      <LookMark {...changes.upTo} action={noteLookAction} />
    </Section>
  );
}

function When({ changes: { since, records, now }, isAnything }: { changes: Changes; isAnything: boolean }) {
  if (!since) return "This is your first visit here. From now on you see what others change while you are away.";
  const looked = <Instant at={since.at} now={now} prefix="You last looked" />;
  if (!isAnything) return <>{looked}. Nothing has changed since.</>;
  return (
    <>
      {looked}.{records.length === 0 && " Nothing of yours has changed since."}
    </>
  );
}

function MarkAsRead({ changes: { upTo } }: { changes: Changes }) {
  return (
    <form action={markAsReadAction}>
      <input type="hidden" name="at" value={upTo.at} />
      <input type="hidden" name="size" value={upTo.size} />
      <SubmitButton variant="secondary" size="sm" pendingLabel="Marking…">
        Mark as read
      </SubmitButton>
    </form>
  );
}
