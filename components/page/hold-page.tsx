"use client";

import { use } from "react";

const never = new Promise<never>(() => {});

/** In place of a skeleton: whatever waits for this waits with the page around it, so that nothing flashes. */
export function HoldPage() {
  return use(never);
}
