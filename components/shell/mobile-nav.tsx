"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { MainNav } from "./main-nav";

export function MobileNav() {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title="Readiness"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Open navigation" className="md:hidden">
          <Menu aria-hidden />
        </Button>
      }
    >
      <nav aria-label="Main">
        <MainNav onNavigate={() => setOpen(false)} />
      </nav>
    </Sheet>
  );
}
