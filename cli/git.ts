import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import type { Io } from "./io";

const run = promisify(execFile);
const TIMEOUT_MS = 10_000;
/** Enough for the authors of some 500,000 commits. */
const MAX_BYTES = 64 * 1024 * 1024;

export type Author = { name: string; email?: string };

/** What git answers, or null where there is no git, no repository or no such commit. */
async function git(io: Io, ...args: string[]): Promise<string | null> {
  try {
    const { stdout } = await run("git", args, { cwd: io.cwd, timeout: TIMEOUT_MS, maxBuffer: MAX_BYTES });
    return stdout;
  } catch {
    return null;
  }
}

export async function headCommit(io: Io): Promise<string | null> {
  const answer = (await git(io, "rev-parse", "--verify", "HEAD"))?.trim();
  return answer && /^[0-9a-f]{40,64}$/.test(answer) ? answer : null;
}

const PEOPLE = "%an <%ae>%n%cn <%ce>%n%(trailers:key=Co-authored-by,valueonly)";

/** Author, committer and co-authors of a commit: everybody whose own work it is. */
export async function commitAuthors(io: Io, commit: string): Promise<Author[]> {
  return authorsIn((await git(io, "log", "-1", `--format=${PEOPLE}`, "--end-of-options", commit, "--")) ?? "");
}

/** The same of every commit after `since` up to `commit`; null where git does not know both. */
export async function authorsSince(io: Io, since: string, commit: string): Promise<Author[] | null> {
  const range = `${since}..${commit}`;
  const answer = await git(io, "log", `--format=${PEOPLE}`, "--end-of-options", range, "--");
  return answer === null ? null : authorsIn(answer);
}

function authorsIn(answer: string): Author[] {
  const people = answer.split("\n").flatMap((line) => parseAuthor(line) ?? []);
  return distinctAuthors(people.filter(({ email }) => email !== "noreply@github.com"));
}

/** `Ada Lovelace <ada@example.org>`; an e-mail that is none is left out. Null when there is no name. */
export function parseAuthor(text: string): Author | null {
  const match = /^\s*([^<>]*?)\s*(?:<([^<>]*)>)?\s*$/.exec(text);
  const name = match?.[1];
  if (!name) return null;
  const email = z.email().safeParse(match?.[2]?.trim());
  return email.success ? { name, email: email.data } : { name };
}

function distinctAuthors(people: readonly Author[]): Author[] {
  const byKey = new Map<string, Author>();
  for (const person of people) {
    const key = (person.email ?? person.name).toLowerCase();
    if (!byKey.has(key)) byKey.set(key, person);
  }
  return [...byKey.values()];
}
