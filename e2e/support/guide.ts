import { readFileSync } from "node:fs";
import path from "node:path";

export const projectFolder = path.resolve(import.meta.dirname, "../..");
export type GuideCommand = { text: string; exits: number };

/**
 * The commands between `<!-- NAME:begin -->` and `<!-- NAME:end -->` of a document, in their order, with the exit code
 * that a comment beside one promises.
 */
export function guideCommands(document: string, name: string): GuideCommand[] {
  const text = readFileSync(path.join(projectFolder, document), "utf8");
  const part = new RegExp(`<!-- ${name}:begin -->([\\s\\S]*?)<!-- ${name}:end -->`).exec(text)?.[1] ?? "";
  const blocks = [...part.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const lines = blocks
    .join("")
    .replace(/\\\n\s*/g, " ")
    .split("\n");
  return lines.flatMap((line) => {
    const [command = "", comment = ""] = line.split(/(?:^|\s+)# /);
    if (!command.trim()) return [];
    return [{ text: command.trim(), exits: Number(/exits (\d)/.exec(comment)?.[1] ?? 0) }];
  });
}
