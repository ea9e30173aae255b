import { KIND_FACTS } from "./kind-facts";
import type { NoticeKind } from "./kinds";

/** How a person is told by e-mail: at once, in the daily digest, or not at all. */
export const CHOICES = ["immediately", "digest", "off"] as const;
export type Choice = (typeof CHOICES)[number];
/** Only what differs from the defaults needs to be there. */
export type Choices = Partial<Record<NoticeKind, Choice>>;

/** The choices that a kind leaves: what somebody waits for cannot be turned off. */
export function allowedChoices(kind: NoticeKind): readonly Choice[] {
  return KIND_FACTS[kind].canBeOff ? CHOICES : CHOICES.filter((choice) => choice !== "off");
}

/** What holds for a kind; a choice that is not allowed any more falls back to the digest, never to silence. */
export function choiceFor(choices: Choices, kind: NoticeKind): Choice {
  const chosen = choices[kind] ?? KIND_FACTS[kind].usual;
  return allowedChoices(kind).includes(chosen) ? chosen : "digest";
}
