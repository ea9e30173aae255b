import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { SEARCH_KINDS } from "@/lib/core/search/kinds";
import { search } from "@/lib/registry/search/queries";
import { readRoute } from "../route";

const LARGEST_PAGE = 50;

export const searchRoute = readRoute({
  method: "GET",
  path: "/api/v1/search",
  id: "search",
  summary: "Find records by name, number, commit, digest or text",
  description:
    "Each word of the text begins a word of what is found; case and accents do not matter. Kinds in which something is " +
    "named wholly by the text (a version, INC-7, an e-mail address) come first; within a kind those, then what is found " +
    "by its title, then the rest, the latest first. Of a token that is limited to a service or an environment, only " +
    "what belongs to no other. A text without a letter or a digit finds nothing.",
  query: z.strictObject({
    q: z.string().max(200).optional().describe("What to look for; of more than eight words the first eight"),
    kind: z.enum(SEARCH_KINDS).optional().describe("Left out: some of every kind"),
    cursor: z.string().max(500).optional().describe("`nextCursor` of the page before, with the same `kind`"),
    limit: z.coerce.number<string>().int().min(1).max(LARGEST_PAGE).optional().describe("Of each kind, usually 5"),
  }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        kind: z.enum(SEARCH_KINDS),
        id: z.string(),
        title: z.string(),
        detail: z.string(),
        excerpt: z.string().nullable().describe("Where the words stand, if title and detail do not say so"),
        state: z.string().nullable().describe("How it stands with it now, such as `resolved`; null where that is all"),
        href: z.string().describe("Its page on this server"),
        at: instantText.describe("When it came about"),
      }),
    ),
    more: z.array(z.enum(SEARCH_KINDS)).describe("Kinds of which there is more than is shown"),
    nextCursor: z.string().nullable().describe("Null at the end, and where no kind was asked for"),
  }),
  read: async (actor, { query: { q = "", kind, limit, cursor } }) => {
    const { items, more, next } = await search(actor, q, { kinds: kind && [kind], limit, cursor });
    return { items, more, nextCursor: next };
  },
});
