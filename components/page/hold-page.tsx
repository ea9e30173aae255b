"use client";

import { use } from "react";

const never = new Promise<never>(() => {});

/**
 * In place of a skeleton: whatever waits for this waits with the page around it, so that nothing flashes. A document
 * must not wait: there the section follows in the same stream.
 */
export function HoldPage() {
  return typeof window === "undefined" ? null : use(never);
}
