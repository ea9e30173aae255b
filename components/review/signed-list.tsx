import { Instant } from "@/components/time/instant";
import { Digest } from "@/components/ui/digest";
import { Status } from "@/components/ui/status";
import type { ReviewNoteView, ReviewSignOffView } from "@/lib/registry/review/view";

export function SignOffList({ signOffs, now }: { signOffs: readonly ReviewSignOffView[]; now: string }) {
  return (
    <ul className="divide-y border-y">
      {signOffs.map(({ id, printedName, email, signedAt, digest, isCurrent }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
          <span className="font-medium">{printedName}</span>
          <span className="text-muted text-sm [overflow-wrap:anywhere]">{email}</span>
          <Status
            size="sm"
            tone={isCurrent ? "go" : "unknown"}
            label={isCurrent ? "Signed this state" : "Signed an earlier state"}
          />
          <Digest value={digest} what="signed content" />
          <Instant at={signedAt} now={now} className="text-sm" />
        </li>
      ))}
    </ul>
  );
}

export function NoteList({ notes, now }: { notes: readonly ReviewNoteView[]; now: string }) {
  return (
    <ul className="divide-y border-y">
      {notes.map(({ id, text, by, at }) => (
        <li key={id} className="py-2">
          <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          <p className="text-muted text-sm">
            {by}, <Instant at={at} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}
