import { z } from "zod";
import type { ReportedFinding, Severity } from "../adapter";
import { shaped } from "../json-parts";
import { bestKnown, findingId } from "./finding-id";
import { severityOfWord } from "./severity";

const identity = z.union([z.int(), z.string()]).optional();
const cause = z.object({
  source: identity,
  name: z.string().min(1),
  title: z.string().optional(),
  url: z.string().optional(),
  severity: z.string().optional(),
});
const vulnerable = z.object({ severity: z.string(), via: z.array(z.union([z.string(), cause])) });

type Vulnerable = { severity: Severity; causes: string[]; isExplained: boolean };

/**
 * The vulnerable packages of npm's report, each with advisories of its own or because of others. A package whose chain
 * of causes leads to no advisory is a finding itself.
 */
export class VulnerablePackages {
  readonly #packages = new Map<string, Vulnerable>();
  readonly #findings: ReportedFinding[] = [];

  get size(): number {
    return this.#packages.size;
  }

  add(name: string, value: unknown, where: string): void {
    const { severity, via } = shaped(vulnerable, value, where);
    const causes: string[] = [];
    let isExplained = false;
    for (const each of via) {
      if (typeof each === "string") causes.push(each);
      else {
        this.#findings.push(ofCause(each));
        isExplained = true;
      }
    }
    this.#packages.set(name, { severity: severityOfWord(severity), causes, isExplained });
  }

  findings(): ReportedFinding[] {
    this.#explain();
    const unexplained = [...this.#packages].filter(([, { isExplained }]) => !isExplained);
    return [...this.#findings, ...unexplained.map(([name, { severity }]) => ({ id: findingId(name), severity }))];
  }

  /** Follows the causes from the packages with advisories outwards. */
  #explain(): void {
    const dependents = new Map<string, Vulnerable[]>();
    for (const each of this.#packages.values()) {
      for (const cause of each.causes) dependents.set(cause, [...(dependents.get(cause) ?? []), each]);
    }
    const open = [...this.#packages].filter(([, { isExplained }]) => isExplained).map(([name]) => name);
    const names = new Map([...this.#packages].map(([name, each]) => [each, name]));
    for (let cause = open.pop(); cause !== undefined; cause = open.pop()) {
      for (const each of dependents.get(cause) ?? []) {
        if (each.isExplained) continue;
        each.isExplained = true;
        const name = names.get(each);
        if (name !== undefined) open.push(name);
      }
    }
  }
}

/** npm's own number is the last resort: it changes when an advisory does. */
function ofCause({ source, name, title, url, severity }: z.output<typeof cause>): ReportedFinding {
  const ghsa = /GHSA(?:-[0-9a-z]{4}){3}/i.exec(url ?? "")?.[0];
  return finding(ghsa ?? (source === undefined ? "npm advisory" : `npm advisory ${source}`), name, severity, title);
}

const advisory = z.object({
  id: identity,
  module_name: z.string().min(1),
  title: z.string().optional(),
  severity: z.string().optional(),
  cves: z.array(z.string()).nullish(),
  github_advisory_id: z.string().nullish(),
  url: z.string().optional(),
});

/** One advisory of the older form. */
export function ofAdvisory(value: unknown, where: string): ReportedFinding {
  const { id, module_name, title, severity, cves, github_advisory_id, url } = shaped(advisory, value, where);
  const ghsa = github_advisory_id ?? /GHSA(?:-[0-9a-z]{4}){3}/i.exec(url ?? "")?.[0];
  const name = bestKnown([...(cves ?? []), ...(ghsa ? [ghsa] : [])]);
  return finding(name || (id === undefined ? "npm advisory" : `npm advisory ${id}`), module_name, severity, title);
}

function finding(name: string, of: string, word: string | undefined, title: string | undefined): ReportedFinding {
  return { id: findingId(name, of), severity: severityOfWord(word), ...(title ? { title } : {}) };
}
