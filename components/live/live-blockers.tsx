"use client";

import { Blockers, type Reader } from "@/components/gate/blockers";
import type { RequestOfCheck } from "@/components/gate/request-note";
import { useGate } from "./live-gate";

type LiveBlockersProps = { reader: Reader; requests: readonly RequestOfCheck[] };

export function LiveBlockers({ reader, requests }: LiveBlockersProps) {
  const { gate } = useGate();
  return <Blockers verdict={gate.verdict} reader={reader} requests={requests} now={gate.evaluatedAt} />;
}
