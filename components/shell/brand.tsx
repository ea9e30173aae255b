import { AppLink } from "@/components/ui/app-link";
import { cn } from "@/components/ui/cn";

export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("size-5 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path
        d="M6 12.5 10 16.5 18 7.5"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-foreground"
      />
    </svg>
  );
}

export function Brand({ className }: { className?: string }) {
  return (
    <AppLink
      href="/"
      aria-label="Readiness home"
      className={cn("flex h-8 items-center gap-2 rounded-md font-semibold tracking-tight", className)}
    >
      <BrandMark />
      Readiness
    </AppLink>
  );
}
