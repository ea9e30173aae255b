import { DownloadLinks } from "@/components/postmortem/download-links";
import { VersionList } from "@/components/postmortem/version-list";
import { Section } from "@/components/ui/section";
import type { PaperView, PostmortemView } from "@/lib/registry/postmortem/view";

export function VersionsSection({ view, paper }: { view: PostmortemView; paper: PaperView }) {
  const { id } = view.incident;
  return (
    <Section title="Files" description="Published, a version and its files never change.">
      {paper.draft && <DownloadLinks incidentId={id} versions={[]} />}
      {paper.versions.length > 0 && <VersionList incidentId={id} versions={paper.versions} now={view.now} />}
    </Section>
  );
}
