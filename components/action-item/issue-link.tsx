import { cn } from "@/components/ui/cn";
import { TextLink } from "@/components/ui/text-link";
import type { IssueSummary } from "@/lib/registry/action-item/view";

/** The issue in which an item is tracked, or what is the matter with it. */
export function IssueLink({ issue: { name, url, state }, className }: { issue: IssueSummary; className?: string }) {
  if (state === "opening") return <span className={cn("text-muted", className)}>opening an issue in {name}…</span>;
  if (state === "gone" || !url) return <span className={cn("text-muted", className)}>{name}, which is gone</span>;
  return (
    <TextLink href={url} external className={className}>
      {name}
    </TextLink>
  );
}
