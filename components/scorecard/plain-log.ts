/** Colours and cursor movements of a terminal: CSI sequences, and OSC ones up to their end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const TERMINAL = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g;
/** Control characters but tab and line feed, and those that make text read in another order than it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a log as it can be shown: what a terminal would not print is left out, and nothing can pretend to be other text. */
export function plainLog(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(TERMINAL, "").replace(UNSEEN, "");
}
