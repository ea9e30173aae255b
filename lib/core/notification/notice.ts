import { z } from "zod";

export const VERDICT_WORDS = ["GO", "NO-GO", "WAIVER NEEDED", "UNKNOWN"] as const;
export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** What a notice says, as it is kept until it is delivered. */
export const noticeContent = z.object({
  title: z.string(),
  verdict: z.enum(VERDICT_WORDS).nullable(),
  reason: z.string(),
  path: z.string(),
});
export type NoticeContent = z.output<typeof noticeContent>;

const MAX_TITLE = 200;
const MAX_REASON = 2000;

/** The content as it may be kept: one line of title, bounded, and a path that is a page. */
export function contentOf({ title, verdict, reason, path }: NoticeContent): NoticeContent {
  return {
    title: clip(oneLine(title), MAX_TITLE),
    verdict,
    reason: clip(reason.trim(), MAX_REASON),
    path: pagePath(path),
  };
}

/**
 * The page of a path such as `/releases/<id>#signatures`: neither another host nor a query, so that a link only ever
 * opens a page and asks for nothing. What is no path leads to the first page.
 */
export function pagePath(path: string): string {
  const [plain = ""] = path.split("?");
  const fragment = /#[\w-]+$/.exec(path)?.[0] ?? "";
  const page = plain.split("#")[0] ?? "";
  return /^\/(?:[\w.~%-]+\/)*[\w.~%-]*$/.test(page) ? `${page}${fragment}` : "/";
}

/** The address of a notice's page below the base address of this installation; null where that is unknown. */
export function pageLink(base: string | null, path: string): string | null {
  return base ? new URL(pagePath(path), base).toString() : null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function clip(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join("")}…`;
}
