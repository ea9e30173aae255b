import type { PostmortemFacts } from "./model";

/** Whole seconds; null where an end of the span is not known. */
export type ResponseTimes = {
  /** From the beginning of the harm until somebody or something noticed it. */
  detectionSeconds: number | null;
  /** From there until somebody said that they are on it. */
  responseSeconds: number | null;
  /** From the beginning of the harm, as far as known, else from its detection, until it was resolved. */
  recoverySeconds: number | null;
};
type Known = Pick<PostmortemFacts, "started" | "detected" | "acknowledged" | "resolved">;

/** How long detection, response and recovery took, from the instants that the incident and its timeline give. Pure. */
export function responseTimes({ started, detected, acknowledged, resolved }: Known): ResponseTimes {
  return {
    detectionSeconds: seconds(started, detected),
    responseSeconds: seconds(detected, acknowledged),
    recoverySeconds: seconds(started ?? detected, resolved),
  };
}

/** A span that ends before it begins says nothing: somebody has set one of its ends back. */
function seconds(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const span = Math.floor((Date.parse(to) - Date.parse(from)) / 1000);
  return span >= 0 ? span : null;
}

/** `1 h 5 min 12 s`; units of zero left out. */
export function spanText(total: number): string {
  const parts = [
    { size: Math.floor(total / 3600), unit: "h" },
    { size: Math.floor(total / 60) % 60, unit: "min" },
    { size: total % 60, unit: "s" },
  ].filter(({ size }) => size > 0);
  return parts.map(({ size, unit }) => `${size} ${unit}`).join(" ") || "0 s";
}

/** Times by the names that `incident.md` gives them, in its order. They follow from the instants and are not read back. */
export function namedTimes(facts: Known): { name: string; text: string }[] {
  const { detectionSeconds, responseSeconds, recoverySeconds } = responseTimes(facts);
  const text = (span: number | null) => (span === null ? "" : spanText(span));
  return [
    { name: "Detection Time", text: text(detectionSeconds) },
    { name: "Response Time", text: text(responseSeconds) },
    { name: "Recovery Time", text: text(recoverySeconds) },
  ];
}
