import { isReady } from "@/lib/registry/ready";

export const dynamic = "force-dynamic";

/** The database is reachable and migrated: requests can be served. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "database unavailable" }, { status: ready ? 200 : 503 });
}
