import { expect, it } from "vitest";
import { z } from "zod";
import { newEntryId } from "./new-entry-id";

it("an entry's id is a random UUID, another one each time", () => {
  const ids = Array.from({ length: 500 }, newEntryId);
  expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
  expect(new Set(ids).size).toBe(500);
});
