import { issueMark } from "@/lib/core/action-item/issue";
import { linkToPage } from "../deep-link";

type Described = { id: string; detail: string; ownerName: string; dueAt: Date };

/** What an issue that is opened for an item says. The mark comes first: no text of a person can pass for it. */
export function issueBody({ id, detail, ownerName, dueAt }: Described): string {
  const link = linkToPage(`/action-items/${id}`);
  const where = link ? `[Action item in Readiness](${link})` : "Action item in Readiness";
  const about = `${where} · owner ${ownerName} · due ${dueAt.toISOString().slice(0, 10)} (UTC)`;
  return [issueMark(id), detail, about].filter(Boolean).join("\n\n");
}
