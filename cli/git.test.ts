import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commitAuthors, headCommit, parseAuthor } from "./git";
import { processIo } from "./io";
import { Workspace } from "./testing/run";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with({ "a.txt": "a" });
});
afterEach(() => workspace.remove());
const io = () => ({ ...processIo(), cwd: workspace.folder });

function commit(message: string): void {
  const person = (role: string, name: string) => ({
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: `${name}@example.test`,
  });
  const env = { ...process.env, ...person("AUTHOR", "ada"), ...person("COMMITTER", "carl") };
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["commit", "-q", "-m", message],
  ]) {
    execFileSync("git", args, { cwd: workspace.folder, env });
  }
}

it("names author, committer and co-authors: none of them may sign their own work", async () => {
  commit("Work\n\nCo-authored-by: Eve <eve@example.test>\nCo-authored-by: Ada <ADA@example.test>");
  const head = await headCommit(io());
  expect(head).toMatch(/^[0-9a-f]{40}$/);
  expect(await commitAuthors(io(), head ?? "")).toEqual([
    { name: "ada", email: "ada@example.test" },
    { name: "carl", email: "carl@example.test" },
    { name: "Eve", email: "eve@example.test" },
  ]);
});

it("knows nothing where there is no repository or no such commit", async () => {
  expect(await headCommit(io())).toBeNull();
  commit("Work");
  expect(await commitAuthors(io(), "f".repeat(40))).toEqual([]);
  expect(await commitAuthors(io(), "--output=a.txt")).toEqual([]);
});

it.each([
  ["Ada Lovelace <ada@example.test>", { name: "Ada Lovelace", email: "ada@example.test" }],
  ["root <root@localhost>", { name: "root" }],
  ["Ada", { name: "Ada" }],
  ["<ada@example.test>", null],
  ["", null],
])("reads %j", (text, author) => {
  expect(parseAuthor(text)).toEqual(author);
});
