"use client";

import { useEffect, useState } from "react";

/** The chosen line: the first one, also when others arrive before it, until the reader has moved to another. */
export function useSelected(first: string) {
  const [selected, setSelected] = useState(first);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (!isKept) setSelected(first);
  }, [first, isKept]);
  return { selected, setSelected, keepSelected: () => setKept(true), follow: () => setKept(false) };
}
