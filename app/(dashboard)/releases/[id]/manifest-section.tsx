import { DraftButton } from "@/components/manifest-draft/draft-button";
import { DraftPanel } from "@/components/manifest-draft/draft-panel";
import { LoadFailure } from "@/components/page/load-failure";
import { ManifestContent } from "@/components/release/manifest-content";
import { ManifestDifference } from "@/components/release/manifest-difference";
import { RevisionTable } from "@/components/release/revision-table";
import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import { manifestDraftView } from "@/lib/registry/manifest/draft-queries";
import type { ManifestView } from "@/lib/registry/manifest/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { completeDraftAction, draftManifestAction } from "./actions";
import { manifestOf } from "./release-of";

type ManifestSectionProps = { release: ReleaseDetail; actor: Actor; compare: string | undefined };

export async function ManifestSection({ release, actor, compare }: ManifestSectionProps) {
  const found = await manifestOf(actor, release.id, compare);
  const view = found.ok ? found.data : null;
  return (
    <Section
      title="Manifest"
      id="manifest"
      description={
        view && (
          <>
            Revision {view.current.revision}, digest{" "}
            <Digest value={view.current.digest} length={16} what="manifest digest" />, put by {view.current.by}
          </>
        )
      }
    >
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}#manifest`} />}
      {found.ok && !view && (await NotYet({ release, actor }))}
      {view && <Found view={view} release={release} />}
    </Section>
  );
}

/** Before a manifest is put: the draft of it, where there is one. */
async function NotYet({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const draft = await load(manifestDraftView(actor, release.id));
  if (!draft.ok) return <LoadFailure failure={draft.failure} retryHref={`/releases/${release.id}#manifest`} />;
  const mayPut = can(actor, "manifest:put") && release.endedAt === null;
  const drafting = { releaseId: release.id, action: draftManifestAction };
  if (draft.data) {
    return (
      <div className="grid gap-3">
        <DraftPanel draft={draft.data} now={release.now} completeAction={mayPut ? completeDraftAction : null} />
        {mayPut && <DraftButton {...drafting} label="Draft again from the latest evidence" />}
      </div>
    );
  }
  const snippet = `npx readiness submit manifest --release ${release.id} --file release-manifest.json`;
  return (
    <NothingYet
      title="No manifest yet"
      snippet={snippet}
      snippetLabel="command"
      action={mayPut && <DraftButton {...drafting} label="Draft it from the evidence" />}
    >
      It says what is to be deployed, and it is what people sign. Entering staging drafts it.
    </NothingYet>
  );
}

function Found({ view, release }: { view: ManifestView; release: ReleaseDetail }) {
  const { current, compared, revisions } = view;
  return (
    <div className="grid gap-4">
      {compared && (
        <div>
          <h3 className="mb-1 font-medium">
            What changed since revision {compared.with.revision}
            {compared.isLastSigned && ", the last that was signed"}
          </h3>
          <ManifestDifference
            differences={compared.differences}
            before={`Revision ${compared.with.revision}`}
            after={`Revision ${current.revision}`}
          />
        </div>
      )}
      <ManifestContent content={current.content} />
      <Details summary="Revisions" count={revisions.length}>
        <RevisionTable
          revisions={revisions}
          compared={compared?.with.revision ?? null}
          hrefOf={(revision) => `/releases/${release.id}?compare=${revision}#manifest`}
          now={release.now}
        />
      </Details>
    </div>
  );
}
