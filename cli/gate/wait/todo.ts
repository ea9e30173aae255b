import type { Fix } from "@/lib/core/gate/verdict";
import { plain, VERDICT_WORDS } from "../../report/text";
import type { Preview } from "../ask-server";

/** What is missing and who must act, one line each; of a rejection, who rejected. */
export function todoOf({ verdict, rejections }: Preview): string[] {
  return [
    ...rejections.map(
      ({ name, role, reason }) => `rejected by ${plain(name)} as ${plain(role)}${reason ? `: ${plain(reason)}` : ""}`,
    ),
    ...verdict.fixes.map(fixText),
  ];
}

function fixText({ action, owner, people }: Fix): string {
  const who = people.length > 0 ? `${plain(owner)}: ${people.map(plain).join(", ")}` : plain(owner);
  return `${plain(action)} (${who})`;
}

export const headline = ({ verdict }: Preview): string =>
  `${VERDICT_WORDS[verdict.verdict]}: ${plain(verdict.summary)}`;
