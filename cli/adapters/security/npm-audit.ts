import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { ofAdvisory, VulnerablePackages } from "./npm-vulnerabilities";

const count = z.int().nonnegative();
const metadata = z.object({
  vulnerabilities: z.record(z.string(), count),
  dependencies: z.union([count, z.object({ total: count.optional() })]).optional(),
  totalDependencies: count.optional(),
});
const fault = z.object({ code: z.string().optional(), summary: z.string().optional() });

/** The JSON of `npm audit`: that of npm 7 and later, and the older one with advisories, which pnpm writes too. */
export const npmAudit: Adapter = {
  name: "npm-audit",
  title: "npm audit JSON",
  kind: "security",
  detects(head) {
    const { auditReportVersion, advisories, actions, muted, error } = jsonHead(head);
    const isOlder = typeof advisories === "object" && (Array.isArray(actions) || Array.isArray(muted));
    const { summary, detail } = asObject(error);
    return (
      typeof auditReportVersion === "number" || isOlder || (typeof summary === "string" && typeof detail === "string")
    );
  },
  async read(io, path, sink) {
    const packages = new VulnerablePackages();
    let about: z.output<typeof metadata> | null = null;
    let advisories = 0;
    let failed: string | null = null;
    const parts = new Set<string>();
    await readJsonParts(io, path, {
      "$.error": (value) => {
        const { summary, code } = fault.safeParse(value).data ?? {};
        failed ||= summary || code || "";
      },
      "$.message": (value) => {
        failed ||= String(value);
      },
      "$.vulnerabilities#": expectKind(["object"], () => parts.add("vulnerabilities")),
      "$.vulnerabilities.*": (value, where, name) => packages.add(name, value, where),
      "$.advisories#": expectKind(["object"], () => parts.add("advisories")),
      "$.advisories.*": (value, where) => {
        advisories += 1;
        sink.finding(ofAdvisory(value, where));
      },
      "$.metadata": (value, where) => {
        about = shaped(metadata, value, where);
      },
    });
    if (failed !== null) throw badInput(`${path}: npm audit failed${failed ? `: ${failed}` : ""}`);
    if (parts.size === 0 || about === null) throw badInput(`${path}: is no complete report of npm audit`);
    for (const finding of packages.findings()) sink.finding(finding);
    requireAllListed(about, parts.has("vulnerabilities") ? packages.size : advisories, path);
    sink.scanned();
    if (dependenciesIn(about) === 0) sink.violation(`${path}: npm audit saw no dependency`);
  },
};

/** npm 7 counts the packages it lists. Before, findings were counted by where they occur, several for one advisory. */
function requireAllListed({ vulnerabilities }: z.output<typeof metadata>, listed: number, path: string): void {
  const { total, ...bySeverity } = vulnerabilities;
  const counted = Object.values(bySeverity).reduce((sum, each) => sum + each, 0);
  if (total === undefined ? counted > 0 && listed === 0 : listed < total) {
    throw badInput(`${path}: tells of ${total ?? counted} vulnerabilities, but lists ${listed}`);
  }
}

function dependenciesIn({ dependencies, totalDependencies }: z.output<typeof metadata>): number | undefined {
  return totalDependencies ?? (typeof dependencies === "number" ? dependencies : dependencies?.total);
}
