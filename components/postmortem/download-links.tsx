import type { VersionView } from "@/lib/registry/postmortem/view";

const LINK = "rounded-sm text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent";

type DownloadLinksProps = { incidentId: string; versions: readonly VersionView[] };

/** The document as files: the version that stands, else the draft. */
export function DownloadLinks({ incidentId, versions }: DownloadLinksProps) {
  const [latest] = versions;
  const base = `/api/v1/incidents/${incidentId}`;
  const query = latest ? `?version=${latest.version}` : "?version=draft";
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <span className="text-muted">{latest ? `Version ${latest.version}` : "Draft"}</span>
      <a href={`${base}/postmortem.md${query}`} download className={LINK}>
        incident.md
      </a>
      <a href={`${base}/postmortem.json${query}`} download className={LINK}>
        incident.json
      </a>
    </p>
  );
}
