import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requireNotFuture } from "../time";

export const titleText = z.string().trim().min(1, "give it a title").max(300);
export const impactText = z.string().trim().max(5000);
export const noteText = z.string().trim().max(2000);
export const reasonText = z.string().trim().min(1, "say why").max(2000);
export const pageUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);
export const slugs = z.array(z.string().min(1).max(200)).max(100);

/** What began an incident on its own. The key is the source's: the same key is the same trouble while it lasts. */
export const alertFields = z.strictObject({
  source: z.string().trim().min(1, "name the system that raised it").max(100),
  key: z.string().trim().min(1, "must not be empty").max(500),
  firedAt: instantText,
  url: pageUrl.optional(),
  runbookUrl: pageUrl.optional(),
});
export type Alert = z.output<typeof alertFields>;

/** A time that somebody gave, or `invalid` where it lies in the future. */
export function pastInstant(text: string, now: Date, path: string): Date {
  const at = new Date(text);
  requireNotFuture(at, now, path);
  return at;
}

export const noSuchIncident = () => new DomainError("not_found", "There is no such incident.");
