/** Colours and other commands to a terminal. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;:?]*[ -/]*[@-~]`, "g");
const BREAKS = /\r\n?|[\u2028\u2029]/g;
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const CONTROLS_IN_LINES = /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Nothing beyond is looked at; it leaves room for what cleaning takes away. */
const SLACK = 4;

/** One line of at most `most` characters without colours, control characters and text-direction marks. */
export function cleanLine(text: string, most: number): string {
  return cut(
    text
      .slice(0, most * SLACK)
      .replace(ANSI, "")
      .replace(CONTROLS, " ")
      .trim(),
    most,
  );
}

/** The same of several lines; of a longer text its start and its end. */
export function cleanLines(text: string, most: number): string {
  const plain = shorten(text, most * SLACK)
    .replace(ANSI, "")
    .replace(BREAKS, "\n")
    .replace(CONTROLS_IN_LINES, "");
  return shorten(plain.replace(/^\n+/, "").trimEnd(), most);
}

const GAP = "\n…\n";

/** The start and the end of a text, with a mark between them. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  const half = Math.floor((most - GAP.length) / 2);
  return `${text.slice(0, half)}${GAP}${text.slice(-half)}`.toWellFormed();
}

/** A cut within a surrogate pair leaves half of it, which databases and JSON readers refuse. */
function cut(text: string, most: number): string {
  return (text.length > most ? `${text.slice(0, most - 1)}…` : text).toWellFormed();
}
