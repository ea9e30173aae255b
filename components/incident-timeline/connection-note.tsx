"use client";

import { usePathname } from "next/navigation";
import type { Connection } from "@/components/live/timeline-sync";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";

/** Whether what others write arrives here. */
export function ConnectionNote({ connection }: { connection: Connection }) {
  const path = usePathname();
  return (
    <div role="status" className="flex min-h-5 flex-wrap items-center gap-x-2">
      {connection === "connecting" && <span>connecting…</span>}
      {connection === "live" && <span>live</span>}
      {connection === "lost" && (
        <>
          <Status tone="unknown" label="Disconnected" size="sm" />
          <span>What others write may be missing. Trying again; what you write is kept.</span>
        </>
      )}
      {connection === "signed-out" && (
        <>
          <Status tone="unknown" label="Disconnected" size="sm" />
          <TextLink href={`/sign-in?back=${encodeURIComponent(path)}`}>Your session has ended: sign in again</TextLink>
        </>
      )}
    </div>
  );
}
