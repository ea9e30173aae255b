import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Viewer, viewer } from "@/lib/auth/actor";
import { requireSameOrigin } from "./same-origin";

/** As `action`, for what changes the reader's own session and no governed record: same origin, session, run. */
export function viewerAction(
  run: (viewer: Viewer, typed: FormData) => Promise<void>,
): (typed: FormData) => Promise<void> {
  return async (typed) => {
    requireSameOrigin(await headers());
    const found = await viewer();
    if (!found) redirect("/sign-in");
    await run(found, typed);
  };
}
