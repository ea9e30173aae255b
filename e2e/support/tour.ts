import { readFileSync } from "node:fs";
import path from "node:path";

export type TourCommand = { text: string; exits: number };

/** The commands of the README's tour, in their order, with the exit code that a comment beside one promises. */
export function tourCommands(project: string): TourCommand[] {
  const readme = readFileSync(path.join(project, "README.md"), "utf8");
  const tour = /<!-- tour:begin -->([\s\S]*?)<!-- tour:end -->/.exec(readme)?.[1] ?? "";
  const blocks = [...tour.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const lines = blocks
    .join("")
    .replace(/\\\n\s*/g, " ")
    .split("\n");
  return lines.flatMap((line) => {
    const [text = "", comment = ""] = line.split(/\s+# /);
    if (!text.trim()) return [];
    return [{ text: text.trim(), exits: Number(/exits (\d)/.exec(comment)?.[1] ?? 0) }];
  });
}
