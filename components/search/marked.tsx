import { markParts } from "@/lib/core/search/marks";

/** A text with what the search found in it marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let position = 0;
  return markParts(text, words).map((part) => {
    const key = position;
    position += part.text.length;
    return part.isMatch ? (
      <mark key={key} className="rounded-xs bg-accent-soft font-medium text-inherit">
        {part.text}
      </mark>
    ) : (
      part.text
    );
  });
}
