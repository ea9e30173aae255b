import { z } from "zod";
import { invalid } from "@/lib/core/errors";
import { byFlakiness, type FlakeRank, type Flakiness, rankOf } from "@/lib/core/test-results/flakiness";
import type { Page, PageRequest } from "../keyset";

const position = z.tuple([z.number().min(0).max(1), z.int().nonnegative(), z.uuid()]);

/** One page of a ranking that is already in order. Its cursors name a rank, so that a test that enters shifts nothing. */
export function rankedPage<T extends Flakiness & { id: string }>(
  ranked: T[],
  { after, before }: PageRequest,
  size: number,
): Page<T> {
  const edge = decode(before ?? after);
  const rank = (item: T) => rankOf(item.id, item);
  const follows = edge ? ranked.findIndex((item) => byFlakiness(rank(item), edge) > 0) : 0;
  const upTo = edge ? ranked.findIndex((item) => byFlakiness(rank(item), edge) >= 0) : 0;
  const orEnd = (index: number) => (index === -1 ? ranked.length : index);
  const start = before === undefined ? orEnd(follows) : Math.max(0, orEnd(upTo) - size);
  const end = before === undefined ? start + size : orEnd(upTo);
  const items = ranked.slice(start, end);
  const [first, last] = [items[0], items.at(-1)];
  return {
    items,
    previous: first && start > 0 ? encode(rank(first)) : null,
    next: last && end < ranked.length ? encode(rank(last)) : null,
  };
}

function encode({ low, flakyRuns, id }: FlakeRank): string {
  return Buffer.from(JSON.stringify([low, flakyRuns, id])).toString("base64url");
}

function decode(text: string | undefined): FlakeRank | null {
  if (!text) return null;
  const parsed = position.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
  if (!parsed.success) throw invalid("cursor", "is not one that a list gave out; start from the first page");
  const [low, flakyRuns, id] = parsed.data;
  return { low, flakyRuns, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
