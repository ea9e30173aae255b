"use client";

import { useEffect, useState } from "react";

/** Code that a page can be read without: fetched once the page is alive. `fetchCode` stays the same function. */
export function useFetched<T>(fetchCode: () => Promise<T>): { fetched: T | null; hasFailed: boolean } {
  const [state, setState] = useState<{ fetched: T | null; hasFailed: boolean }>({ fetched: null, hasFailed: false });
  useEffect(() => {
    let isWanted = true;
    fetchCode().then(
      (fetched) => isWanted && setState({ fetched, hasFailed: false }),
      () => isWanted && setState({ fetched: null, hasFailed: true }),
    );
    return () => {
      isWanted = false;
    };
  }, [fetchCode]);
  return state;
}
