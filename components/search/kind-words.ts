import {
  BookLock,
  ClipboardCheck,
  FileClock,
  FileDigit,
  FileText,
  Gavel,
  LayoutList,
  ListChecks,
  type LucideIcon,
  Rocket,
  RotateCcw,
  Ruler,
  Server,
  Siren,
  SquareCheckBig,
  UserRound,
} from "lucide-react";
import type { SearchKind } from "@/lib/core/search/kinds";

type KindWords = { one: string; many: string; icon: LucideIcon };

/** What each kind of record is called, and the icon that it has everywhere. */
export const KIND_WORDS: Record<SearchKind, KindWords> = {
  release: { one: "Release", many: "Releases", icon: LayoutList },
  service: { one: "Service", many: "Services", icon: Server },
  incident: { one: "Incident", many: "Incidents", icon: Siren },
  person: { one: "Person", many: "People", icon: UserRound },
  "action-item": { one: "Action item", many: "Action items", icon: ListChecks },
  waiver: { one: "Waiver", many: "Waivers", icon: FileClock },
  "waiver-request": { one: "Waiver request", many: "Waiver requests", icon: FileClock },
  scorecard: { one: "Scorecard", many: "Scorecards", icon: ClipboardCheck },
  rehearsal: { one: "Rehearsal", many: "Rehearsals", icon: RotateCcw },
  postmortem: { one: "Postmortem", many: "Postmortems", icon: FileText },
  review: { one: "Review", many: "Reviews", icon: SquareCheckBig },
  deployment: { one: "Deployment", many: "Deployments", icon: Rocket },
  environment: { one: "Environment", many: "Environments", icon: BookLock },
  metric: { one: "Metric", many: "Metrics", icon: Ruler },
  manifest: { one: "Manifest", many: "Manifests", icon: FileDigit },
  decision: { one: "Decision", many: "Decisions", icon: Gavel },
};

/** `waiver_required` → "Waiver required" */
export function stateWords(state: string): string {
  const words = state.replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
