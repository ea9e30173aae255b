import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/core/access";
import type { ReleaseFilter } from "@/lib/registry/release/filter";
import { listReleases } from "@/lib/registry/release/queries";
import type { ReleaseSummary } from "@/lib/registry/release/summary";
import { csvLine, csvResponse } from "@/lib/web/csv";
import { problemResponse } from "@/lib/web/problem";
import { readReleaseFilter } from "../(list)/filter";

const HEADER = ["id", "service", "environment", "version", "commit", "stage", "stage_status", "verdict"];
const LATER = ["last_decision", "last_decided_at", "created_at", "created_by", "ended_at"];
const PAGE_SIZE = 500;

/** Exactly what the list shows under these filters, all pages of it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const { filter } = await readReleaseFilter(Promise.resolve(asked));
    const lines = exportLines(actor, filter);
    return csvResponse("releases", lines);
  } catch (error) {
    return problemResponse(error);
  }
}

async function* exportLines(actor: Actor, filter: ReleaseFilter): AsyncGenerator<string> {
  yield csvLine([...HEADER, ...LATER]);
  let after: string | undefined;
  do {
    const page = await listReleases(actor, filter, { after, size: PAGE_SIZE });
    yield page.items.map(lineOf).join("");
    after = page.next ?? undefined;
  } while (after);
}

function lineOf(release: ReleaseSummary): string {
  const { id, service, environment, version, commit, stage, stageStatus, verdict, lastDecision } = release;
  return csvLine([
    ...[id, service, environment, version, commit, stage, stageStatus, VERDICT_WORDS[verdict].word],
    ...[lastDecision ? VERDICT_WORDS[lastDecision.verdict].word : null, lastDecision?.at ?? null],
    ...[release.createdAt, release.createdBy, release.endedAt],
  ]);
}
