import { ChecklistTable } from "@/components/checklist/checklist-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import { releaseChecklist } from "@/lib/registry/checklist/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { confirmChecklistAction } from "./post-release-actions";

/** Computed from what is on record each time it is shown. */
export async function ChecklistSection({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const found = await load(releaseChecklist(actor, release.id));
  const confirm = can(actor, "release:verify") ? confirmChecklistAction : null;
  return (
    <Section title="Checklist" id="checklist" description="Computed from what is on record; nothing is ticked by hand.">
      {found.ok ? (
        <ChecklistTable releaseId={release.id} checklist={found.data} confirm={confirm} />
      ) : (
        <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}#checklist`} />
      )}
    </Section>
  );
}
