import { CircleCheck, CircleDashed, Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "go" | "no-go" | "waiver" | "unknown" | "info";

const icons: Record<Tone, LucideIcon> = {
  go: CircleCheck,
  "no-go": OctagonX,
  waiver: TriangleAlert,
  unknown: CircleDashed,
  info: Info,
};

const text: Record<Tone, string> = {
  go: "text-go",
  "no-go": "text-no-go",
  waiver: "text-waiver",
  unknown: "text-unknown",
  info: "text-info",
};

/** Background, border and text of a toned block. */
export const toneBlock: Record<Tone, string> = {
  go: "border-go-line bg-go-soft text-go",
  "no-go": "border-no-go-line bg-no-go-soft text-no-go",
  waiver: "border-waiver-line bg-waiver-soft text-waiver",
  unknown: "border-unknown-line border-dashed bg-unknown-soft text-unknown",
  info: "border-info-line bg-info-soft text-info",
};

const sizes = {
  sm: "gap-1 font-medium text-sm leading-5 [&_svg]:size-3.5",
  md: "gap-1.5 font-medium text-base [&_svg]:size-4",
  lg: "gap-2 text-2xl font-semibold tracking-tight [&_svg]:size-6",
};

export function StatusIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={cn("size-4 shrink-0", text[tone], className)} />;
}

type StatusProps = { tone: Tone; label: ReactNode; size?: keyof typeof sizes; pill?: boolean; className?: string };

/** A state as icon, word and colour together, so that none of them carries it alone. */
export function Status({ tone, label, size = "md", pill, className }: StatusProps) {
  return (
    <span
      className={cn(
        "inline-flex items-center whitespace-nowrap",
        sizes[size],
        pill ? cn("rounded-full border px-2 py-0.5", toneBlock[tone]) : text[tone],
        className,
      )}
    >
      <StatusIcon tone={tone} />
      {label}
    </span>
  );
}
