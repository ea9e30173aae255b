"use client";

import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { endSession } from "./end-session";

export function SignOutButton() {
  return (
    <Button variant="ghost" onClick={endSession}>
      <LogOut aria-hidden />
      Sign out
    </Button>
  );
}
