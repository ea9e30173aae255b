import { z } from "zod";
import { parseWith } from "@/lib/core/parse";
import { issueShape, type ToldIssue, toldIssue } from "./issue-payload";

const repository = z.object({
  full_name: z
    .string()
    .regex(/^[^/\s]+\/[^/\s]+$/)
    .max(255),
});

/** What is needed of GitHub's `issues` event, as its published schema has it. */
const event = z.object({
  action: z.string().max(100),
  issue: issueShape,
  repository,
  sender: z.object({ login: z.string().max(200) }),
  changes: z.unknown().optional(),
});
const anyAction = z.object({ action: z.string() });
const moved = z.object({ new_issue: issueShape, new_repository: repository });

/** Those that change nothing that an action item has are not for us. */
const CHANGES = ["opened", "edited", "closed", "reopened", "assigned", "unassigned"];

export type IssueEvent = {
  what: "changed" | "deleted" | "transferred";
  /** `owner/name`, lower case. */
  repository: string;
  issue: ToldIssue;
  /** Of one that was transferred: where it is now. */
  movedTo: { repository: string; issue: ToldIssue } | null;
  /** The login of whoever did it. */
  sender: string;
};

/** Null for an action that is not for us. Throws `invalid` for what does not follow GitHub's schema. */
export function readIssueEvent(body: unknown): IssueEvent | null {
  const { action } = parseWith(anyAction, body, "body");
  const what = CHANGES.includes(action) ? ("changed" as const) : action;
  if (what !== "changed" && what !== "deleted" && what !== "transferred") return null;
  const { issue, repository: from, sender, changes } = parseWith(event, body, "body");
  const to = what === "transferred" ? parseWith(moved, changes, "body.changes") : null;
  return {
    what,
    repository: from.full_name.toLowerCase(),
    issue: toldIssue(issue),
    movedTo: to && { repository: to.new_repository.full_name.toLowerCase(), issue: toldIssue(to.new_issue) },
    sender: sender.login,
  };
}
