"use client";

import { Blockers, type Reader } from "@/components/gate/blockers";
import { useGate } from "./live-gate";

export function LiveBlockers({ reader }: { reader: Reader }) {
  return <Blockers verdict={useGate().gate.verdict} reader={reader} />;
}
