import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import type { DraftContent } from "@/lib/core/manifest/draft";
import type { ManifestDraftView } from "@/lib/registry/manifest/draft-queries";
import { CompleteFold } from "./complete-fold";
import type { CompleteAction } from "./complete-form";

type DraftPanelProps = {
  draft: ManifestDraftView;
  now: string;
  /** Null: the reader may not put manifests. */
  completeAction: CompleteAction | null;
};

/** A manifest as far as the registry knows it, what is missing, and the form that completes it. */
export function DraftPanel({ draft, now, completeAction }: DraftPanelProps) {
  const { content, missing, draftedAt } = draft;
  const count = `${missing.length} ${missing.length === 1 ? "thing" : "things"}`;
  return (
    <div className="grid gap-4">
      <Alert tone="unknown" title={`Draft: ${count} missing`}>
        <ul className="list-disc ps-5">
          {missing.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
        <p className="mt-1 text-muted text-sm">
          Nobody can sign a draft. Drafted from the evidence <Instant at={draftedAt} now={now} />.
        </p>
      </Alert>
      <Known content={content} />
      {completeAction && <CompleteFold releaseId={draft.releaseId} draft={content} action={completeAction} />}
    </div>
  );
}

/** What is carried over as it is: the form does not ask for it. */
function Known({ content }: { content: DraftContent }) {
  const { scorecard, configuration, feature_flags: flags, secret_versions: secrets, trace_ids: traces } = content;
  return (
    <DefinitionList columns={3}>
      <Definition term="Commit">
        <Digest value={content.commit} what="commit" />
      </Definition>
      <Definition term="Scorecard">
        {scorecard ? (
          <>
            {scorecard.run_id} <Digest value={scorecard.digest} length={8} what="scorecard digest" />
          </>
        ) : (
          "none"
        )}
      </Definition>
      <Definition term="Traces">{traces.length === 0 ? "none" : <Traces ids={traces} />}</Definition>
      <Definition term="Configuration carried over">{told(configuration?.length ?? 0, "key")}</Definition>
      <Definition term="Feature flags carried over">{names(flags)}</Definition>
      <Definition term="Secret versions carried over">{names(secrets)}</Definition>
    </DefinitionList>
  );
}

const Traces = ({ ids }: { ids: readonly string[] }) => ids.map((id) => <Digest key={id} value={id} what="trace id" />);
const told = (count: number, what: string) => (count === 0 ? "none" : `${count} ${what}${count === 1 ? "" : "s"}`);
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).join(", ") || "none";
