import type { TimelineEntry } from "@/lib/core/incident/entry";

export type EntryLink = { href: string; label: string };

/** Pages that an entry speaks of: records of Readiness first, then what lies elsewhere. Pure. */
export function entryLinks({ kind, data, evidenceUrl }: TimelineEntry): EntryLink[] {
  const part = (name: string) => {
    const value = data[name];
    return typeof value === "string" ? value : null;
  };
  const pages: [string | null, string][] = [
    [kind === "release" ? pathOf("/releases", part("releaseId")) : null, "Release"],
    [kind === "merge" ? pathOf("/incidents", part("incident")) : null, part("reference") ?? "Incident"],
    [kind === "action-item" ? pathOf("/action-items", part("actionItem")) : null, "Action item"],
    [kind === "alert" ? part("url") : null, "Alert"],
    [kind === "alert" ? part("runbookUrl") : null, "Runbook"],
    [evidenceUrl === part("url") ? null : evidenceUrl, kind === "link" ? "Page" : "Evidence"],
  ];
  return pages.flatMap(([href, label]) => (href === null ? [] : [{ href, label }]));
}

const pathOf = (folder: string, id: string | null): string | null => (id === null ? null : `${folder}/${id}`);
