import { badInput } from "../../exit";
import type { Adapter } from "../adapter";
import { firstOf, jsonHead } from "../json-head";
import { expectKind, readJsonParts } from "../json-parts";
import { ofPackage } from "./osv-package";

/** The JSON of OSV-Scanner: only sources with a vulnerable package are in it. Licences are not vulnerabilities. */
export const osvScanner: Adapter = {
  name: "osv-scanner",
  title: "OSV-Scanner JSON",
  kind: "security",
  detects(head) {
    const { results, experimental_config } = jsonHead(head);
    const first = firstOf(results);
    const isResult = "source" in first && ("packages" in first || Object.keys(first).length === 1);
    return isResult || (Array.isArray(results) && results.length === 0 && typeof experimental_config === "object");
  },
  async read(io, path, sink) {
    const seen = { results: 0, config: 0, sources: 0, packages: 0 };
    const sees = (what: keyof typeof seen, kind: string) =>
      expectKind([kind], () => {
        seen[what] += 1;
      });
    await readJsonParts(io, path, {
      "$.results#": sees("results", "array"),
      "$.experimental_config#": sees("config", "object"),
      "$.results.*#": sees("sources", "object"),
      "$.results.*.packages#": sees("packages", "array"),
      "$.results.*.packages.*": (value, where) => {
        for (const finding of ofPackage(value, where)) sink.finding(finding);
      },
    });
    const isEmpty = seen.sources === 0 && seen.config === 0;
    if (seen.results === 0 || isEmpty || seen.sources !== seen.packages)
      throw badInput(`${path}: is no complete report of OSV-Scanner`);
    sink.scanned();
  },
};
