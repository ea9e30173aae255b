import { expect, it } from "vitest";
import { artifactMismatch } from "./ship";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const approved = [
  { name: "app.tar", hash: hash("a") },
  { name: "cli.mjs", hash: hash("b") },
];

it.each([
  ["exactly the approved ones, in any order", [hash("b"), hash("a")], null],
  ["repeated ones", [hash("a"), hash("b"), hash("a")], null],
  ["none", [], "Name the artifact hashes"],
  ["one that was not approved", [hash("a"), hash("b"), hash("c")], "is not in the approved manifest"],
  ["one too few", [hash("a")], "cli.mjs"],
])("production ships exactly what was approved: %s", (_, shipping, reason) => {
  const mismatch = artifactMismatch(approved, shipping);
  if (reason === null) expect(mismatch).toBeNull();
  else expect(mismatch).toContain(reason);
});
