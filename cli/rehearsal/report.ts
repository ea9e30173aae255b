import type { RehearsalDocument } from "@/lib/core/rehearsal/schema";
import { plain } from "../report/text";
import { durationText } from "../runner/duration";
import type { TimedStep } from "./step";

/** One line when a step begins, and one when it has ended. */
export function stepLine(step: Pick<TimedStep, "name"> | TimedStep): string {
  if (!("ended" in step)) return `${step.name} …\n`;
  const how = step.ended === "failed" ? plain(step.fault) : step.ended;
  return `${step.name} ${how}, after ${durationText(step.durationSeconds)}\n`;
}

/** How the drill ended, and each gap. */
export function drillReport({ service, environment, outcome, gaps }: RehearsalDocument, file: string): string {
  const lines = [
    `Rehearsal of ${plain(service)} in ${plain(environment)}: ${outcome}. Written to ${plain(file)}`,
    ...gaps.map((gap) => `  - ${plain(gap)}`),
  ];
  return `${lines.join("\n")}\n`;
}
