import { expect, it } from "vitest";
import { artifactMismatch, uncoveredArtifacts } from "./ship";

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

it("a part of the release may be deployed, each file being an approved one and the one that it is named as", () => {
  const approved = [
    { name: "api", hash: "sha256:a" },
    { name: "web", hash: "sha256:b" },
  ];
  const faultsOf = (name: string | null, hash: string) => uncoveredArtifacts(approved, [{ name, hash, told: "file" }]);
  expect(faultsOf(null, "sha256:a")).toEqual([]);
  expect(faultsOf("web", "sha256:b")).toEqual([]);
  expect(uncoveredArtifacts(approved, [])).toEqual([]);
  expect(faultsOf(null, "sha256:c")).toEqual(["file: sha256:c is not in the approved manifest."]);
  expect(faultsOf("web", "sha256:a")).toEqual(["file: sha256:a is not the approved web."]);
  expect(faultsOf("cli", "sha256:a")).toEqual(["file: the approved manifest has no artifact cli."]);
});
