import { expect, it } from "vitest";
import { authorLines, completionFrom, utcField } from "./typed";

it("rows of the form stay together in the order in which they are shown, empty ones too", () => {
  const typed = new FormData();
  for (const [name, value] of [
    ["artifact_name", " a "],
    ["artifact_hash", "1"],
    ["artifact_name", ""],
    ["artifact_hash", "2"],
    ["delta_key", "K"],
    ["delta_from", ""],
    ["delta_to", "on"],
    ["authors", "Dana <dana@example.com>"],
  ] as const) {
    typed.append(name, value);
  }
  expect(completionFrom(typed)).toMatchObject({
    authors: "Dana <dana@example.com>",
    artifacts: [
      { name: "a", hash: "1" },
      { name: "", hash: "2" },
    ],
    configuration_deltas: [{ key: "K", from: "", to: "on" }],
    window_zone: "",
  });
});

it("an instant is shown in UTC, in the form that a field takes", () => {
  expect(utcField("2025-10-01T15:00:00+02:00")).toBe("2025-10-01T13:00");
  expect(utcField(undefined)).toBe("");
});

it("authors are one a line, with their address where it is known", () => {
  const authors = [{ name: "Dana Dev", email: "dana@example.com" }, { name: "Eve" }];
  expect(authorLines({ authors } as never)).toBe("Dana Dev <dana@example.com>\nEve");
});
