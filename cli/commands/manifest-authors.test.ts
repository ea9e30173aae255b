import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { before, CONFIG, type Given, type Made, made as madeIn, make as makeIn } from "../testing/manifest";
import { Workspace } from "../testing/run";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with({ "dist/api.tgz": "api" });
});
afterEach(() => workspace.remove());
const make = (...given: Given) => makeIn(workspace, ...given);
const made = (...given: Given) => madeIn(workspace, ...given);

describe("authors", () => {
  const config = CONFIG.replace(/authors:.*\n/, "")
    .replace(/commit:.*\n/, "")
    .replace(/scorecard:.*\n/, "");
  function git(person: string, ...args: string[]): string {
    const env = { ...process.env };
    for (const role of ["AUTHOR", "COMMITTER"]) {
      Object.assign(env, { [`GIT_${role}_NAME`]: person, [`GIT_${role}_EMAIL`]: `${person}@example.test` });
    }
    return execFileSync("git", args, { cwd: workspace.folder, env, encoding: "utf8" }).trim();
  }
  const commit = (person: string, message: string) => {
    git(person, "commit", "-q", "--allow-empty", "-m", message);
    return git(person, "rev-parse", "HEAD");
  };
  const names = ({ manifest }: Made) => manifest.authors.map(({ name }) => name);
  const previous = (hash: string) => ({ "before.json": JSON.stringify({ ...before, commit: hash }) });

  it("are those of every commit since the release before: none of them may sign it", async () => {
    git("root", "init", "-q");
    const released = commit("olga", "old");
    commit("ada", "one\n\nCo-authored-by: Eve <eve@example.test>");
    const head = commit("ben", "two");
    const result = await made(config, ["--previous", "before.json"], previous(released));
    expect(result.manifest.commit).toBe(head);
    expect(names(result)).toEqual(["ben", "ada", "Eve"]);
    expect(result.err).toBe("");
  });

  it("are those of the commit itself where git does not know the one before, and that is said", async () => {
    git("root", "init", "-q");
    commit("olga", "old");
    commit("ben", "new");
    const result = await made(config, ["--previous", "before.json"], previous("abcdef0"));
    expect(names(result)).toEqual(["ben"]);
    expect(result.err).toMatch(/git does not know the commit abcdef0.*fetch-depth: 0/);
    expect(names(await made(config, ["--first"]))).toEqual(["ben"]);
  });

  it("are bad input where nobody knows them", async () => {
    const { code, err } = await make(`commit: abcdef0\n${config}`);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/no author/) });
  });
});
