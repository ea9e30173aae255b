"use client";

import { Menu } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { MainNav } from "./main-nav";

export function MobileNav() {
  return (
    <Sheet
      title="Readiness"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Open navigation" className="md:hidden">
          <Menu aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <nav aria-label="Main">
          <MainNav onNavigate={close} />
        </nav>
      )}
    </Sheet>
  );
}
