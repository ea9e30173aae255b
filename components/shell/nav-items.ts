import {
  BookLock,
  CalendarDays,
  ChartLine,
  ClipboardCheck,
  FileClock,
  Gauge,
  LayoutList,
  ListChecks,
  type LucideIcon,
  Rocket,
  RotateCcw,
  Settings2,
  Siren,
  SquareCheckBig,
} from "lucide-react";

export type NavItem = { href: string; label: string; icon: LucideIcon };

export const navItems: readonly NavItem[] = [
  { href: "/", label: "Overview", icon: Gauge },
  { href: "/readiness", label: "Readiness", icon: ChartLine },
  { href: "/releases", label: "Releases", icon: LayoutList },
  { href: "/deployments", label: "Deployments", icon: Rocket },
  { href: "/scorecards", label: "Scorecards", icon: ClipboardCheck },
  { href: "/rehearsals", label: "Rehearsals", icon: RotateCcw },
  { href: "/incidents", label: "Incidents", icon: Siren },
  { href: "/waivers", label: "Waivers", icon: FileClock },
  { href: "/calendar", label: "Calendar", icon: CalendarDays },
  { href: "/action-items", label: "Action items", icon: ListChecks },
  { href: "/reviews", label: "Reviews", icon: SquareCheckBig },
  { href: "/registry", label: "Registry", icon: BookLock },
  { href: "/settings", label: "Settings", icon: Settings2 },
];

/** A page below an item belongs to it: `/releases/42` marks Releases, and only `/` marks Overview. */
export function isCurrent(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
