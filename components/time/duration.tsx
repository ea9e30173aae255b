import { durationText, durationWords } from "./format";

type DurationProps = { className?: string } & ({ ms: number; seconds?: never } | { seconds: number; ms?: never });

/** A length of time in its two largest units. */
export function Duration({ ms, seconds, className }: DurationProps) {
  const lengthMs = ms ?? seconds * 1000;
  if (!Number.isFinite(lengthMs) || lengthMs < 0) return <span className={className}>unknown</span>;
  return (
    <time dateTime={`PT${lengthMs / 1000}S`} title={durationWords(lengthMs)} className={className}>
      {durationText(lengthMs)}
    </time>
  );
}
