import { z } from "zod";
import { parseTestResults } from "@/lib/core/test-results/parse";
import { readJson } from "../files/read";
import { type Io, setting } from "../io";
import { agree } from "../scorecard/build";
import { required } from "../server/target";
import { type SendOptions, send } from "./send";

export type TestsOptions = SendOptions & { service?: string; environment?: string; commit?: string };

const answer = z.looseObject({ id: z.string(), runId: z.string(), tests: z.number(), duplicate: z.boolean() });

/** Sends `readiness_tests.json`. */
export async function submitTests(io: Io, file: string, options: TestsOptions): Promise<void> {
  const service = required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE");
  const document = await readJson(io, file);
  const parsed = parseTestResults(document);
  agree(parsed, "environment", options.environment ?? setting(io, "READINESS_ENVIRONMENT"));
  agree(parsed, "commit", options.commit);
  const write = { method: "POST", path: "test-results", body: { service, document } } as const;
  await send(io, options, write, answer, ({ runId, tests, duplicate, id }) => {
    return `${tests} tests of run ${runId} ${duplicate ? "were stored before" : "are stored"} (${id})`;
  });
}
