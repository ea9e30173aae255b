import { Fragment } from "react";

/** Text in which `backticks` mark code. */
export function Prose({ text }: { text: string }) {
  const parts = text.split("`");
  let at = 0;
  return parts.map((part, index) => {
    at += part.length + 1;
    return index % 2 === 1 ? (
      <code key={at} className="wrap-anywhere text-sm">
        {part}
      </code>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    );
  });
}
