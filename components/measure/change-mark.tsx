import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import type { ChangeWord } from "./change-text";

const LOOK = { better: "text-go", worse: "text-no-go", same: "text-muted", unknown: "text-muted" };
const WORDS = { better: " (better)", worse: " (worse)", same: "", unknown: "" };

/** A change in words, with an arrow for the eye; whether it is good is said and not only coloured. */
export function ChangeMark({ change: { text, verdict } }: { change: ChangeWord }) {
  const Icon = text.endsWith("more") ? ArrowUp : text.endsWith("less") ? ArrowDown : Minus;
  return (
    <span className={`inline-flex items-center gap-1 text-sm ${LOOK[verdict]}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span>
        {text}
        {WORDS[verdict]}
      </span>
    </span>
  );
}
