import { requireActor } from "@/lib/auth/actor";
import { scorecardDocument } from "@/lib/registry/scorecard/document";
import { problemResponse, SAFE_HEADERS } from "@/lib/web/problem";

/** The stored document as a file, byte for byte what its digest was taken over. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { runId, text } = await scorecardDocument(await requireActor(), (await params).id);
    const disposition = `attachment; filename="${fileName(runId)}"`;
    const headers = { "content-type": "application/json", "content-disposition": disposition, ...SAFE_HEADERS };
    return new Response(text, { headers });
  } catch (error) {
    return problemResponse(error);
  }
}

/** Run ids are free text of the pipeline: only what every file system takes is kept. */
function fileName(runId: string): string {
  const kept = runId.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
  return `scorecard-${kept}.json`;
}
