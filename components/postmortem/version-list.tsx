import { Instant } from "@/components/time/instant";
import { Digest } from "@/components/ui/digest";
import { Status } from "@/components/ui/status";
import type { VersionView } from "@/lib/registry/postmortem/view";
import { DownloadLinks } from "./download-links";

type VersionListProps = { incidentId: string; versions: readonly VersionView[]; now: string };

/** Every version that was published, with its files and what they hash to. */
export function VersionList({ incidentId, versions, now }: VersionListProps) {
  return (
    <ul className="divide-y border-y">
      {versions.map((version) => (
        <li key={version.version} className="grid gap-1 py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <DownloadLinks incidentId={incidentId} versions={[version]} />
            <Status
              size="sm"
              tone={version.archive ? "go" : "info"}
              label={version.archive ? "Archived" : "Published"}
            />
          </p>
          <p className="text-muted text-sm">
            published by {version.publishedBy} <Instant at={version.publishedAt} now={now} />
          </p>
          {version.archive && (
            <p className="text-muted text-sm">
              completed by {version.archive.completedBy} <Instant at={version.archive.completedAt} now={now} />
            </p>
          )}
          {version.reason && <p className="text-sm">Amended: {version.reason}</p>}
          <p className="text-muted text-sm">
            incident.md <Digest value={version.digest} what="digest of incident.md" />
          </p>
          {version.archive && (
            <p className="text-muted text-sm">
              incident.json <Digest value={version.archive.documentDigest} what="digest of incident.json" />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
