import type { ManifestCompletion } from "@/lib/core/manifest/complete";
import type { DraftContent } from "@/lib/core/manifest/draft";

/** What was typed into the form of a draft, as the command takes it. Rows come in the order in which they are shown. */
export function completionFrom(typed: FormData): ManifestCompletion {
  const text = (name: string) => String(typed.get(name) ?? "").trim();
  const column = (name: string) => typed.getAll(name).map((value) => String(value).trim());
  const [hashes, from, to] = [column("artifact_hash"), column("delta_from"), column("delta_to")];
  return {
    authors: text("authors"),
    artifacts: column("artifact_name").map((name, row) => ({ name, hash: hashes[row] ?? "" })),
    configuration_deltas: column("delta_key").map((key, row) => ({ key, from: from[row] ?? "", to: to[row] ?? "" })),
    window_start: text("window_start"),
    window_end: text("window_end"),
    window_zone: text("window_zone"),
    rollback_summary: text("rollback_summary"),
    rollback_steps: text("rollback_steps"),
    rollback_target: text("rollback_target"),
    rollback_owner: text("rollback_owner"),
    rollback_runbook: text("rollback_runbook"),
  };
}

/** `Dana Dev <dana@example.com>`, one a line. */
export const authorLines = ({ authors }: DraftContent): string =>
  authors.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join("\n");

/** An instant as a `datetime-local` field shows it in UTC; empty where there is none. */
export const utcField = (at: string | undefined): string => (at ? new Date(at).toISOString().slice(0, 16) : "");
