import { can, type PersonActor } from "@/lib/core/access";
import { listRequests, type RequestSummary } from "./request-queries";

const MOST_SHOWN = 50;

/** Requests that the reader may decide on; an author's own release is told on the request itself. */
export async function requestsToDecide(actor: PersonActor): Promise<{ requests: RequestSummary[]; now: string }> {
  const { items, now } = await listRequests(actor, { state: "open", size: MOST_SHOWN });
  const requests = can(actor, "waiver:grant") ? items.filter(({ requestedById }) => requestedById !== actor.id) : [];
  return { requests, now };
}
