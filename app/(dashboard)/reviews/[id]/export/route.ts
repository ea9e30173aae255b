import { requireActor } from "@/lib/auth/actor";
import { reviewDetail } from "@/lib/registry/review/queries";
import { problemResponse } from "@/lib/web/problem";

/** All that a review shows, as a file: `content` is what the digest is of, in its RFC 8785 form. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { facts, quarter, ...review } = await reviewDetail(await requireActor(), (await params).id);
    const { state, digest, signOffs, notes, hindrances, conclusion, completedAt, completedBy, now } = review;
    const file = {
      ...{ quarter, state, digest, content: facts, sign_offs: signOffs, notes, hindrances, conclusion },
      ...{ completed_at: completedAt, completed_by: completedBy, exported_at: now },
    };
    return new Response(`${JSON.stringify(file, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="review-${quarter}.json"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
