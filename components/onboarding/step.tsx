import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Status, type Tone } from "@/components/ui/status";

export type StepStanding = "done" | "next" | "later";

const WORDS: Record<StepStanding, { tone: Tone; label: string }> = {
  done: { tone: "go", label: "Done" },
  next: { tone: "info", label: "Next" },
  later: { tone: "unknown", label: "Later" },
};

type StepProps = { number: number; title: string; standing: StepStanding; isOpen: boolean; children: ReactNode };

/** One of the first steps. What is not its turn is folded. */
export function Step({ number, title, standing, isOpen, children }: StepProps) {
  return (
    <li className="py-3">
      <h3 className="flex flex-wrap items-center gap-x-3 font-medium">
        <span>
          {number}. {title}
        </span>
        <Status {...WORDS[standing]} size="sm" />
      </h3>
      {isOpen ? <div className="mt-2 max-w-3xl">{children}</div> : <Folded title={title}>{children}</Folded>}
    </li>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Details
      className="max-w-3xl"
      summary={
        <span className="font-normal text-muted text-sm">
          Show the command <span className="sr-only">of {title}</span>
        </span>
      }
    >
      {children}
    </Details>
  );
}
