import { z } from "zod";
import { invalid } from "@/lib/core/errors";
import { parseInstant } from "@/lib/core/instant";

/** The last record of a page of what was found: how it was found comes before when it is from. */
export type Place = { tier: number; at: string; id: string };

const place = z.tuple([z.int().min(0).max(2), z.string().refine((text) => parseInstant(text) !== null), z.uuid()]);

/** Opaque to its readers, safe in an address. */
export const encodePlace = ({ tier, at, id }: Place): string =>
  Buffer.from(JSON.stringify([tier, at, id])).toString("base64url");

/** Null for none; throws `invalid` for text that no search gave out. */
export function decodePlace(text: string | undefined): Place | null {
  if (!text) return null;
  const parsed = place.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
  if (!parsed.success) throw invalid("cursor", "is not one that a search gave out; search again");
  const [tier, at, id] = parsed.data;
  return { tier, at, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
