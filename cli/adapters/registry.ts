import { badInput } from "../exit";
import type { Io } from "../io";
import type { Adapter } from "./adapter";
import { readHead } from "./head";
import { autocannon } from "./performance/autocannon";
import { hey } from "./performance/hey";
import { k6 } from "./performance/k6";
import { locust } from "./performance/locust";
import { pytestBenchmark } from "./performance/pytest-benchmark";
import { bandit } from "./security/bandit";
import { grype } from "./security/grype";
import { npmAudit } from "./security/npm-audit";
import { osvScanner } from "./security/osv-scanner";
import { pipAudit } from "./security/pip-audit";
import { safety } from "./security/safety";
import { sarif } from "./security/sarif";
import { trivy } from "./security/trivy";
import { ctrf } from "./tests/ctrf";
import { junit } from "./tests/junit";
import { playwrightJson } from "./tests/playwright-json";

export const ADAPTERS: readonly Adapter[] = [
  junit,
  ctrf,
  playwrightJson,
  pytestBenchmark,
  k6,
  locust,
  autocannon,
  hey,
  sarif,
  trivy,
  grype,
  bandit,
  npmAudit,
  pipAudit,
  safety,
  osvScanner,
];

/** The adapter for a file: of the format that is asked for, else of the one that the file's start shows. */
export async function adapterFor(io: Io, path: string, format?: string): Promise<Adapter> {
  const known = `known formats: ${ADAPTERS.map(({ name }) => name).join(", ")}`;
  if (format !== undefined) {
    const named = ADAPTERS.find(({ name }) => name === format);
    if (!named) throw badInput(`${path}: there is no format ${format}; ${known}`);
    return named;
  }
  const head = await readHead(io, path);
  if (head.trim() === "") throw badInput(`${path}: is empty`);
  const [found, ...others] = ADAPTERS.filter((adapter) => adapter.detects(head, path));
  if (!found) throw badInput(`${path}: its format is not recognised; name it (${known})`);
  if (others.length > 0) {
    const names = [found, ...others].map(({ name }) => name).join(" or ");
    throw badInput(`${path}: may be ${names}; name its format`);
  }
  return found;
}
