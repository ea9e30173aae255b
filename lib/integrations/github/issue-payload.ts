import { z } from "zod";
import { markedItem } from "@/lib/core/action-item/issue";
import { parseInstant } from "@/lib/core/instant";

/** What is needed of an issue, as GitHub's REST API and its webhooks give it. Older servers leave `state` or its reason out. */
export const issueShape = z.object({
  number: z.int().positive(),
  title: z.string().max(1024),
  html_url: z.url({ protocol: /^https?$/ }).max(2000),
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.string().max(100).nullish(),
  closed_at: z.string().nullish(),
  updated_at: z.string().refine((text) => parseInstant(text) !== null, "must be an RFC 3339 time"),
  body: z.string().nullish(),
  assignees: z.array(z.object({ login: z.string().max(200) }).nullable()).default([]),
});

export type ToldIssue = {
  number: number;
  url: string;
  title: string;
  isClosed: boolean;
  reason: string | null;
  updatedAt: string;
  assignees: string[];
  /** The action item that its text says it is of. */
  markedItem: string | null;
};

export function toldIssue(issue: z.output<typeof issueShape>): ToldIssue {
  const { number, html_url, title, state, state_reason, closed_at, updated_at, body, assignees } = issue;
  return {
    number,
    url: html_url,
    title,
    isClosed: state ? state === "closed" : Boolean(closed_at),
    reason: state_reason ?? null,
    updatedAt: updated_at,
    assignees: assignees.flatMap((each) => (each ? [each.login] : [])),
    markedItem: markedItem(body),
  };
}
