import { env } from "@/lib/env";

/** Where people read about an answer: the decision, else the release; null where there is neither. */
export function linkTo(releaseId: string | null, decisionId: string | null): string | null {
  const { NEXTAUTH_URL: base } = env();
  if (!base || !releaseId) return null;
  const path = decisionId ? `/releases/${releaseId}/decisions/${decisionId}` : `/releases/${releaseId}`;
  return new URL(path, base).toString();
}

/** Address of a page within Readiness, such as /action-items/<id>; null where this server does not know its own. */
export function linkToPage(path: string): string | null {
  const { NEXTAUTH_URL: base } = env();
  return base ? new URL(path, base).toString() : null;
}
