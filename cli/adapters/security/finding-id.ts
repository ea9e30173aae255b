import { createHash } from "node:crypto";

const MAX_CHARACTERS = 200;
const DIGEST_CHARACTERS = 16;

/**
 * The name to waive one finding by: what it is and where, such as `CVE-2021-23337 (lodash)` or `B602 (app/run.py:6)`.
 * The same in every run, and for the same finding of another scanner where both know its CVE. One that is too long ends
 * in a digest instead, so that no two findings share it.
 */
export function findingId(what: string, where: string | null = null): string {
  const name = oneLine(where ? `${what} (${where})` : what);
  if (name.length <= MAX_CHARACTERS) return name;
  const digest = createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, DIGEST_CHARACTERS);
  return `${name.slice(0, MAX_CHARACTERS - digest.length - 1).toWellFormed()}#${digest}`;
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

/** Of the names of one vulnerability the best known: a CVE, else a GHSA, else the first. */
export function bestKnown(names: readonly string[]): string {
  const sorted = [...names].sort();
  const cve = sorted.find((name) => /^CVE-\d{4}-\d{4,}$/i.test(name));
  const ghsa = sorted.find((name) => /^GHSA(-[0-9a-z]{4}){3}$/i.test(name));
  return cve ?? ghsa ?? names[0] ?? "";
}
