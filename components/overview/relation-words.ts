import type { Relation } from "@/lib/core/overview/concerns";

/** Why a changed record is told to the reader. */
export const RELATION_WORDS: Record<Relation, string> = {
  signs: "waits for your signature",
  you: "your account",
  answers: "you answer it",
  owns: "your item",
  reviews: "you review its postmortem",
  authored: "your work",
  created: "you created it",
  signed: "you signed it",
  declared: "you declared it",
  asked: "you asked for it",
  granted: "you granted it",
};
