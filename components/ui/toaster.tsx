"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { whenAsked } from "./toast";

const ToasterPanel = lazy(() => import("./toaster-panel"));

/** Where short confirmations appear; fetched when there is the first one. */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => whenAsked(() => setWanted(true)), []);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <ToasterPanel />
    </Suspense>
  );
}
