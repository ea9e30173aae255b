import { existsSync, readFileSync } from "node:fs";
import sax from "sax";

export interface Totals {
  passed: number;
  failed: number;
}

/** Counts the test cases of a JUnit report. Skipped ones are neither; a missing report counts nothing. */
export function junitTotals(file: string): Totals {
  const totals = { passed: 0, failed: 0 };
  if (!existsSync(file)) return totals;
  let outcome: keyof Totals | undefined;
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw new Error(`${file} is no complete JUnit report: ${error.message}`);
  };
  parser.onopentag = ({ name }) => {
    if (name === "testcase") outcome = "passed";
    else if (name === "failure" || name === "error") outcome &&= "failed";
    else if (name === "skipped") outcome = undefined;
  };
  parser.onclosetag = (name) => {
    if (name !== "testcase") return;
    if (outcome) totals[outcome] += 1;
    outcome = undefined;
  };
  parser.write(readFileSync(file, "utf8")).close();
  return totals;
}
