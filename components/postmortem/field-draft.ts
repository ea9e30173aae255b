import { bothValues, isSame } from "@/lib/core/incident/postmortem/conflict";
import type { ContentField, PostmortemContent } from "@/lib/core/incident/postmortem/model";

export type Value = PostmortemContent[ContentField];
/** Somebody else's text of the same field. */
export type Other = { value: Value; revision: number; by: string; at: string };

/** One field of an open page: what it shows, what the server is known to have, and what stands between the two. */
export type FieldDraft = {
  value: Value;
  /** What the server has, as far as this page knows, and at which revision. */
  stored: Value;
  revision: number;
  /** Being sent; null: nothing is. */
  sending: Value | null;
  /** Waits for a person to decide: nothing is sent meanwhile. */
  other: Other | null;
  /** Why the last save failed. */
  problem: string | null;
  /** It was refused as it is: sending the same again is of no use. */
  isRefused: boolean;
};

export type Decision = "mine" | "theirs" | "both";

export const newDraft = (value: Value, revision: number): FieldDraft => ({
  ...{ value, stored: value, revision },
  ...{ sending: null, other: null, problem: null, isRefused: false },
});

export const isDirty = ({ value, stored }: FieldDraft): boolean => !isSame(value, stored);
/** Whether there is something to send, and nothing keeps it from being sent. */
export const isSendable = (draft: FieldDraft): boolean =>
  isDirty(draft) && !draft.sending && !draft.other && !draft.isRefused;

export const typed = (draft: FieldDraft, value: Value): FieldDraft => ({ ...draft, value, isRefused: false });
export const sending = (draft: FieldDraft): FieldDraft => ({ ...draft, sending: draft.value });
export const failed = (draft: FieldDraft, problem: string): FieldDraft => ({ ...draft, sending: null, problem });
export const refused = (draft: FieldDraft, problem: string): FieldDraft => ({
  ...failed(draft, problem),
  // What was typed meanwhile may be right.
  isRefused: draft.sending !== null && isSame(draft.value, draft.sending),
});

/** The server has what was sent; what was typed meanwhile is still to be sent. */
export function saved(draft: FieldDraft, revision: number): FieldDraft {
  const stored = draft.sending ?? draft.stored;
  return { ...draft, stored, revision: Math.max(revision, draft.revision), sending: null, problem: null };
}

/** Somebody else's save. A page on which nothing was typed shows it; else both texts wait for a decision. */
export function heard(draft: FieldDraft, other: Other): FieldDraft {
  if (other.revision <= draft.revision || draft.sending) return draft;
  const { value, revision } = other;
  if (!isDirty(draft) || isSame(draft.value, value)) return { ...newDraft(value, revision) };
  return { ...draft, other };
}

/** The server has refused a save because of somebody else's. */
export const conflicted = (draft: FieldDraft, other: Other): FieldDraft =>
  heard({ ...draft, sending: null, problem: null }, other);

/** What a person has decided between both texts; `both` keeps every word of either. */
export function decided(draft: FieldDraft, decision: Decision, newId: () => string): FieldDraft {
  const { other } = draft;
  if (!other) return draft;
  const values = {
    mine: () => draft.value,
    theirs: () => other.value,
    both: () => bothValues(other.value, draft.value, newId),
  };
  return { ...newDraft(other.value, other.revision), value: values[decision]() };
}
