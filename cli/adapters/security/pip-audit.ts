import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportedFinding, ReportSink } from "../adapter";
import { firstOf, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { bestKnown, findingId } from "./finding-id";
import { UNKNOWN_SEVERITY } from "./severity";

const text = z.string().min(1);
const vulnerability = z.object({
  id: text,
  aliases: z.array(z.string()).default([]),
  description: z.string().nullish(),
});
const dependency = z.union([
  z.object({ name: text, vulns: z.array(vulnerability) }),
  z.object({ name: text, skip_reason: z.string() }),
]);

/**
 * The JSON of pip-audit. It tells no severity. A dependency that it could not look up is a violation, unless the
 * pipeline asked to leave out editable ones.
 */
export const pipAudit: Adapter = {
  name: "pip-audit",
  title: "pip-audit JSON",
  kind: "security",
  detects(head) {
    const { dependencies, fixes } = jsonHead(head);
    const first = firstOf(dependencies);
    const isDependency = "name" in first && ("vulns" in first || "skip_reason" in first);
    return isDependency || (Array.isArray(dependencies) && dependencies.length === 0 && Array.isArray(fixes));
  },
  async read(io, path, sink) {
    let isComplete = false;
    let dependencies = 0;
    await readJsonParts(io, path, {
      "$.dependencies#": expectKind(["array"], () => {
        isComplete = true;
      }),
      "$.dependencies.*": (value, where) => {
        dependencies += 1;
        tell(shaped(dependency, value, where), sink);
      },
    });
    if (!isComplete) throw badInput(`${path}: is no report of pip-audit, it has no dependencies`);
    sink.scanned();
    if (dependencies === 0) sink.violation(`${path}: pip-audit saw no dependency`);
  },
};

function tell(read: z.output<typeof dependency>, sink: ReportSink): void {
  if ("vulns" in read) {
    for (const each of read.vulns) sink.finding(ofVulnerability(each, read.name));
  } else if (!/\beditable\b/i.test(read.skip_reason)) {
    sink.violation(`pip-audit did not look up ${read.name}: ${read.skip_reason}`);
  }
}

function ofVulnerability({ id, aliases, description }: z.output<typeof vulnerability>, name: string): ReportedFinding {
  const title = description ? { title: description } : {};
  return { id: findingId(bestKnown([id, ...aliases]), name), severity: UNKNOWN_SEVERITY, ...title };
}
