"use client";

import { useRef } from "react";

/** Keys of rows that have no id of their own, so that removing one leaves what is typed in the others where it is. */
export function useRowKeys(count: number) {
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    keyOf: (index: number): number => keys.current[index] ?? index,
    remove: (index: number): void => void keys.current.splice(index, 1),
  };
}
