"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { cn } from "@/components/ui/cn";
import { isCurrent, navItems } from "./nav-items";

/** The list alone: its place in the page supplies the landmark. */
export function MainNav({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <ul className="grid gap-0.5">
      {navItems.map(({ href, label, icon: Icon }) => {
        const current = isCurrent(href, path);
        return (
          <li key={href}>
            <AppLink
              href={href}
              onClick={onNavigate}
              aria-current={current ? (path === href ? "page" : "true") : undefined}
              className={cn(
                "flex h-8 items-center gap-2.5 rounded-md px-2.5 max-md:h-10",
                current ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-sunken hover:text-foreground",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {label}
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
