import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { appendEntry } from "../incident/append-entry";
import type { ActionItemRow } from "./find";

const WORDS = {
  opened: "Action item opened",
  done: "Action item done",
  cancelled: "Action item cancelled",
  reopened: "Action item opened again",
} as const;

/** Puts what becomes of an item on the timeline of the incident that it follows from, where it follows from one. */
export async function noteOnIncident(
  scope: { tx: Tx; actor: Actor; now: Date },
  { id, title, originKind, originId }: ActionItemRow,
  what: keyof typeof WORDS,
): Promise<void> {
  if (originKind !== "incident") return;
  const data = { actionItem: id, title, what };
  await appendEntry(scope, originId, { kind: "action-item", text: `${WORDS[what]}: ${title}`, data });
}
