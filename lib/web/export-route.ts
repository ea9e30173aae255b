import { requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/core/access";
import { type ExportPlan, exportFormat, exportResponse } from "./export";
import { problemResponse } from "./problem";
import type { SearchParams } from "./search-params";

/** Reads the first page before anything is sent: what cannot be read is told as a problem, not by a file that breaks off. */
async function begun<T>(plan: ExportPlan<T>): Promise<ExportPlan<T>> {
  const first = await plan.page(undefined);
  return { ...plan, page: (after) => (after === undefined ? Promise.resolve(first) : plan.page(after)) };
}

/** The door of a list's export: the list's own address with `format`, for the person who is signed in. */
export function exportRoute<T, P = unknown>(
  planOf: (actor: Actor, asked: SearchParams, params: P) => Promise<ExportPlan<T>>,
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      const actor = await requireActor();
      const asked = Object.fromEntries(new URL(request.url).searchParams);
      const plan = await planOf(actor, Promise.resolve(asked), await params);
      return exportResponse(await begun(plan), exportFormat(asked.format));
    } catch (error) {
      return problemResponse(error);
    }
  };
}
