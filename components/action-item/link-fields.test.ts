import { expect, it } from "vitest";
import { linksText, typedLinks } from "./link-fields";

const typed = (text: string) => {
  const form = new FormData();
  form.set("links", text);
  return typedLinks(form);
};

it("links are typed one a line, with words or without, and come back as they were typed", () => {
  const text = "The runbook https://runbooks.example.com/pool\nhttps://example.com/board";
  expect(typed(`\n  ${text}\r\n\n`)).toEqual([
    { label: "The runbook", url: "https://runbooks.example.com/pool" },
    { label: "https://example.com/board", url: "https://example.com/board" },
  ]);
  expect(linksText(typed(text))).toBe(text);
  expect(typed("")).toEqual([]);
});
