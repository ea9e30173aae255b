import { fieldName } from "./fields";
import type { ContentField, FollowUp, PostmortemContent } from "./model";

/** Without these a postmortem says nothing that anybody could learn from. */
const NEEDED: readonly ContentField[] = ["impact", "rootCause", "mitigations"];

/** Names of the fields that have to be filled in before a postmortem can be published; empty: it can be. Pure. */
export function publishingGaps(content: PostmortemContent): string[] {
  return NEEDED.filter((field) => content[field].length === 0).map(fieldName);
}

/** Follow-up actions that nobody can be held to: they lack what to do, an owner or a due date. Each as words. Pure. */
export function followUpGaps(followUps: readonly FollowUp[]): string[] {
  return followUps.flatMap(({ action, owner, dueOn }) => {
    const lacks = [action === "" && "an action", owner === "" && "an owner", dueOn === null && "a due date"];
    const words = lacks.filter((each) => each !== false);
    const [first = ""] = action.split("\n");
    const name = first === "" ? "a follow-up" : `follow-up “${first}”`;
    return words.length > 0 ? [`${name} lacks ${words.join(" and ")}`] : [];
  });
}
