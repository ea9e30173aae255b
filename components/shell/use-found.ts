"use client";

import { useEffect, useState } from "react";
import { wordsOf } from "@/lib/core/search/words";
import type { SearchItem } from "@/lib/registry/search/queries";

const PAUSE_MS = 120;
const OF_EACH_KIND = 4;

export type Found = {
  /** Of the last answer, until the next one is there. */
  items: readonly SearchItem[];
  /** The text that `items` answer. */
  text: string;
  isLoading: boolean;
  /** Why there is no answer, in words. */
  failure: string | null;
};
const NOTHING: Found = { items: [], text: "", isLoading: false, failure: null };

/** Records that a text finds, asked for when typing pauses. An answer that a newer question has overtaken is dropped. */
export function useFound(text: string): Found & { retry: () => void } {
  const [found, setFound] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const hasWord = wordsOf(text).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (!hasWord) {
      setFound(NOTHING);
      return;
    }
    setFound((before) => ({ ...before, isLoading: true, failure: null }));
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(text, asked.signal);
      if (asked.signal.aborted) return;
      setFound((before) => ({ ...before, isLoading: false, ...answer }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [text, hasWord, attempt]);
  return { ...found, retry: () => setAttempt((count) => count + 1) };
}

type Answer = { items: SearchItem[]; text: string } | { failure: string };

async function ask(text: string, signal: AbortSignal): Promise<Answer> {
  const query = new URLSearchParams({ q: text.slice(0, 200), limit: String(OF_EACH_KIND) });
  try {
    const response = await fetch(`/api/v1/search?${query}`, { signal, headers: { accept: "application/json" } });
    const body = await response.json();
    if (response.ok) return { items: body.items, text };
    return { failure: typeof body.detail === "string" ? body.detail : "The server refused to search." };
  } catch {
    return { failure: "The server cannot be reached." };
  }
}
