import { z } from "zod";
import { instantText } from "@/lib/core/instant";

/** An issue as GitHub tells of it, by webhook or in answer to a request. `updatedAt`: RFC 3339, whole seconds. */
export const toldIssue = z.strictObject({
  number: z.int().positive(),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: z.string().trim().min(1).max(1024),
  isClosed: z.boolean(),
  /** GitHub's `state_reason`. */
  reason: z.string().max(100).nullable(),
  updatedAt: instantText,
  assignees: z.array(z.string().max(200)).max(100),
  markedItem: z.string().max(100).nullable(),
});
export type ToldIssue = z.output<typeof toldIssue>;

export const repositoryName = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^[^\s/]+\/[^\s/]+$/, "is written owner/name");
