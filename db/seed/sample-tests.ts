import type { Random } from "./random";

export type SampleTest = {
  suite: "unit" | "integration" | "end-to-end";
  group: string;
  file: string;
  name: string;
  usualMs: number;
};

const UNIT = {
  Planner: ["cuts a plan into slices", "keeps the order of equal slices", "refuses an empty plan"],
  Quota: ["counts tokens of both directions", "never goes below zero", "resets at midnight UTC"],
  Registry: ["finds a record by its digest", "keeps old revisions", "refuses a digest of another form"],
  Scheduler: ["orders two writers", "gives up after the last retry", "spreads jobs over workers"],
  Judge: ["waits for the judge simulator", "rounds half scores up", "explains a deferral"],
  Telemetry: ["buffers without an exporter", "drops no point on shutdown", "names its tenant"],
} as const;

const INTEGRATION = {
  ingest: ["reads a catalogue of ten thousand terms", "reports a broken line with its number"],
  plan: ["plans what was ingested", "plans the same twice"],
  map: ["retries when the partner's sandbox answers late", "defers what it is not sure of"],
  audit: ["certifies a mapped catalogue", "refuses a certificate of an older version"],
  eval: ["compares slices in parallel", "stores every judgement once"],
} as const;

const END_TO_END = {
  release: ["a signed release reaches production", "a rejected release stays where it is"],
  catalogue: ["a new term is found within a minute", "a removed term is found no more"],
} as const;

function testsOf(suite: SampleTest["suite"], groups: Record<string, readonly string[]>, usualMs: number): SampleTest[] {
  return Object.entries(groups).flatMap(([group, names]) =>
    names.map((name) => ({ suite, group, file: fileOf(suite, group), name, usualMs })),
  );
}

const fileOf = (suite: string, group: string) => `tests/${suite.replaceAll("-", "_")}/test_${group.toLowerCase()}.py`;

/** The tests whose single results the sample's nightly runs send. */
export const SAMPLE_TESTS: SampleTest[] = [
  ...testsOf("unit", UNIT, 40),
  ...testsOf("integration", INTEGRATION, 9_000),
  ...testsOf("end-to-end", END_TO_END, 41_000),
];

const SECONDS = 30;

/** What a report says of a failing test: a message, and the end of its log. */
export function failureOf({ group, file, name }: Omit<SampleTest, "usualMs">, random: Random) {
  const line = random.int(40, 260);
  const request = random.hex(8);
  const message = `TimeoutError: no answer within ${SECONDS} s`;
  const excerpt = [
    `${file}:${line}: in ${name.replaceAll(/\W+/g, "_")}`,
    `    answer = client.wait(request_id="${request}", timeout=${SECONDS})`,
    `INFO  request ${request} sent, waiting`,
    `WARN  request ${request} not answered after ${SECONDS / 2} s`,
    `E   ${message}`,
  ].join("\n");
  return { name, group, file, message, excerpt };
}

/** Failures of so many integration tests, as a report would list them. */
export function integrationFailures(count: number, random: Random) {
  const tests = SAMPLE_TESTS.filter(({ suite }) => suite === "integration");
  return tests.slice(0, count).map((test) => failureOf(test, random));
}
