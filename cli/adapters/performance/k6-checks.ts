import { z } from "zod";
import type { ReportedTest } from "../adapter";
import { shaped } from "../json-parts";

const count = z.number().int().nonnegative();
const check = z.object({ name: z.string().min(1), passes: count, fails: count });
/** `handleSummary` gives lists, --summary-export objects by name. */
const listed = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);
const group = z.object({ name: z.string(), checks: listed.default([]), groups: listed.default([]) });

/** Each check of a k6 summary as one test: failed when it ever did. */
export function* checksOf(root: unknown, where: string, groups: readonly string[] = []): Generator<ReportedTest> {
  const { checks, groups: inner, name } = shaped(group, root, where);
  const path = name ? [...groups, name] : groups;
  for (const each of Object.values(checks)) yield testOf(shaped(check, each, `${where}.checks`), path);
  for (const each of Object.values(inner)) yield* checksOf(each, `${where}.groups`, path);
}

function testOf({ name, passes, fails }: z.output<typeof check>, path: readonly string[]): ReportedTest {
  const group = path.length > 0 ? { group: path.join(" > ") } : {};
  if (passes + fails === 0) return { name, ...group, execution: "skipped" };
  if (fails === 0) return { name, ...group, execution: "passed" };
  return { name, ...group, execution: "failed", message: `failed ${fails} of ${passes + fails} times` };
}
