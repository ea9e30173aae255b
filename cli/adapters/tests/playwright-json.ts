import { z } from "zod";
import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { Adapter, ReportSink } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { playwrightTests } from "./playwright-suite";

/** One file's tests with their output and attachments. */
const LIMITS = { valueBytes: 64 * 1024 * 1024 };

const stats = z.object({ duration: z.number().nonnegative(), unexpected: z.number().int().nonnegative() });
const error = z.object({ message: z.string().nullish(), value: z.string().nullish() });

/** What Playwright's json reporter writes. */
export const playwrightJson: Adapter = {
  name: "playwright-json",
  title: "Playwright JSON",
  kind: "tests",
  detects(head) {
    const { config } = jsonHead(head);
    const { rootDir, projects, fullyParallel } = asObject(config);
    return typeof rootDir === "string" && (fullyParallel !== undefined || Array.isArray(projects));
  },
  read: readPlaywright,
};

async function readPlaywright(io: Io, path: string, sink: ReportSink): Promise<void> {
  let hasSuites = false;
  let declared: z.output<typeof stats> | null = null;
  let failed = 0;
  sink.tested();
  const parts = {
    "$.suites#": expectKind(["array"], () => {
      hasSuites = true;
    }),
    "$.suites.*": (value: unknown, where: string) => {
      for (const test of playwrightTests(value, where)) {
        if (test.execution === "failed") failed += 1;
        sink.test(test);
      }
    },
    "$.errors.*": (value: unknown, where: string) => {
      const { message, value: thrown } = shaped(error, value, where);
      sink.violation(`${path}: an error outside of the tests: ${message ?? thrown ?? "unknown"}`);
    },
    "$.stats": (value: unknown, where: string) => {
      declared = shaped(stats, value, where);
    },
  };
  await readJsonParts(io, path, parts, LIMITS);
  if (!hasSuites || !declared) throw badInput(`${path}: is not a Playwright report: it lacks suites or stats`);
  const { duration, unexpected } = declared as z.output<typeof stats>;
  sink.duration(duration / 1000);
  if (unexpected > failed) sink.violation(`${path}: declares ${unexpected - failed} more failures than it shows`);
}
