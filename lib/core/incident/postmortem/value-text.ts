import type { ContentField, FollowUp, PostmortemContent, TimelineLine } from "./model";
import { offsetText } from "./offset";

/** What a field says as lines that people can compare. Pure. */
export function valueText(value: PostmortemContent[ContentField]): string {
  if (typeof value === "string") return value;
  return value.map((item) => (typeof item === "string" ? `- ${item}` : itemText(item))).join("\n");
}

function itemText(item: TimelineLine | FollowUp): string {
  if (!("id" in item)) return `${item.offsetMinutes === null ? "" : `${offsetText(item.offsetMinutes)} `}${item.text}`;
  const { action, owner, dueOn, isDone } = item;
  return `[${isDone ? "x" : " "}] ${action}, ${owner || "nobody"}, ${dueOn ?? "no due date"}`;
}
