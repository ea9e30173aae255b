import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportedFinding } from "../adapter";
import { asObject, firstOf, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { bestKnown, findingId } from "./finding-id";
import { severityOfWord } from "./severity";

const text = z.string().min(1);
const match = z.object({
  vulnerability: z.object({ id: text, severity: z.string().optional(), description: z.string().optional() }),
  relatedVulnerabilities: z.array(z.object({ id: text })).nullish(),
  artifact: z.object({ name: text }),
});

/** The JSON of Grype. Matches that its configuration ignores are listed elsewhere and do not count. */
export const grype: Adapter = {
  name: "grype",
  title: "Grype JSON",
  kind: "security",
  detects(head) {
    const { matches, source, descriptor, distro } = jsonHead(head);
    if (!Array.isArray(matches)) return false;
    const { vulnerability, artifact } = firstOf(matches);
    const isMatch = vulnerability !== undefined && (artifact !== undefined || matches.length === 1);
    return (
      isMatch ||
      asObject(descriptor).name === "grype" ||
      (matches.length === 0 && "type" in asObject(source) && distro !== undefined)
    );
  },
  async read(io, path, sink) {
    const seen = new Set<string>();
    const sees = (part: string, kinds: readonly string[]) => expectKind(kinds, () => seen.add(part));
    await readJsonParts(io, path, {
      "$.matches#": sees("matches", ["array"]),
      "$.matches.*": (value, where) => sink.finding(ofMatch(value, where)),
      "$.source#": sees("source", ["object", "null"]),
      "$.descriptor#": sees("descriptor", ["object"]),
    });
    if (!seen.has("matches") || seen.size < 2) throw badInput(`${path}: is no complete report of Grype`);
    sink.scanned();
  },
};

function ofMatch(value: unknown, where: string): ReportedFinding {
  const { vulnerability, relatedVulnerabilities, artifact } = shaped(match, value, where);
  const names = [vulnerability.id, ...(relatedVulnerabilities ?? []).map(({ id }) => id)];
  return {
    id: findingId(bestKnown(names), artifact.name),
    severity: severityOfWord(vulnerability.severity),
    ...(vulnerability.description ? { title: vulnerability.description } : {}),
  };
}
