import { requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/core/access";
import { type FlakyFilter, type FlakyTest, listFlakyTests } from "@/lib/registry/test-result/queries";
import { csvLine, csvResponse } from "@/lib/web/csv";
import { problemResponse } from "@/lib/web/problem";
import { readFlakyFilter } from "../(list)/filter";

const HEADER = ["id", "service", "suite", "group", "name", "file", "flake_rate", "interval_low", "interval_high"];
const LATER = ["flaky_runs", "failed_runs", "runs", "enough_runs", "commits_with_both_results", "last_flaky_at"];
const PAGE_SIZE = 200;

/** Exactly what the list shows under these filters, all pages of it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const { filter } = await readFlakyFilter(Promise.resolve(asked));
    return csvResponse("flaky-tests", exportLines(actor, filter));
  } catch (error) {
    return problemResponse(error);
  }
}

async function* exportLines(actor: Actor, filter: FlakyFilter): AsyncGenerator<string> {
  yield csvLine([...HEADER, ...LATER]);
  let after: string | undefined;
  do {
    const page = await listFlakyTests(actor, filter, { after, size: PAGE_SIZE });
    yield page.items.map(lineOf).join("");
    after = page.next ?? undefined;
  } while (after);
}

function lineOf(test: FlakyTest): string {
  const { id, service, suite, group, name, file, flakeRate, interval } = test;
  return csvLine([
    ...[id, service, suite, group, name, file, flakeRate, interval?.low ?? null, interval?.high ?? null],
    ...[test.flakyRuns, test.failedRuns, test.runs, test.enoughSample ? "yes" : "no"],
    ...[test.commitsWithBothResults, test.lastFlakyAt],
  ]);
}
