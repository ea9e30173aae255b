import { ArrowRight, FileText, History, Search, Settings2, SlidersHorizontal } from "lucide-react";
import { KIND_WORDS } from "@/components/search/kind-words";
import type { SearchKind } from "@/lib/core/search/kinds";

const ICONS = {
  arrow: ArrowRight,
  page: FileText,
  settings: Settings2,
  view: SlidersHorizontal,
  recent: History,
  search: Search,
};
export type IconName = keyof typeof ICONS | SearchKind;

export function PaletteIcon({ name }: { name: IconName }) {
  const Icon = name in ICONS ? ICONS[name as keyof typeof ICONS] : KIND_WORDS[name as SearchKind].icon;
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />;
}
