"use client";

import { useEffect, useRef, useState } from "react";
import { VerdictBanner } from "@/components/gate/verdict-banner";
import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { FreshnessNote } from "./freshness-note";
import { useGate } from "./live-gate";

/** The verdict of this moment. Without an answer for a minute it is UNKNOWN, whatever it was before. */
export function LiveVerdict() {
  const { gate, isStale } = useGate();
  const { verdict, summary } = gate.verdict;
  const last = VERDICT_WORDS[verdict].word;
  return (
    <>
      <VerdictBanner
        verdict={isStale ? "unknown" : verdict}
        sentence={isStale ? `The page has lost touch with the gate. The last answer was ${last}.` : summary}
        note={<FreshnessNote />}
      />
      <Announcer word={isStale ? "UNKNOWN" : last} sentence={summary} />
    </>
  );
}

/** Says a changed verdict aloud, and nothing on arrival. */
function Announcer({ word, sentence }: { word: string; sentence: string }) {
  const [text, setText] = useState("");
  const known = useRef(word);
  useEffect(() => {
    if (known.current === word) return;
    known.current = word;
    setText(`The verdict is now ${word}. ${sentence}`);
  }, [word, sentence]);
  return (
    <p className="sr-only" aria-live="polite" role="status">
      {text}
    </p>
  );
}
