const OFFSET = /^(-?)(\d{2,}):([0-5]\d)(?: |$)/;

/** Minutes as the template writes an offset: 5 → `00:05`, 1570 → `26:10`, -3 → `-00:03`. Whole minutes. */
export function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : ""}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The offset that a text begins with and what follows it; null where it begins with none. */
export function readOffset(text: string): { minutes: number; rest: string } | null {
  const match = OFFSET.exec(text);
  if (!match) return null;
  const size = Number(match[2]) * 60 + Number(match[3]);
  return { minutes: match[1] && size > 0 ? -size : size, rest: text.slice(match[0].length) };
}
