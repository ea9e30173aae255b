"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";
import { StatusIcon } from "./status";

const toastStyle = {
  toast: "!rounded-lg !border-border !bg-surface !font-sans !text-base !text-foreground !shadow-raised",
  description: "!text-muted",
  actionButton: "!bg-accent !text-accent-foreground",
  closeButton: "!size-6 !border-border !bg-surface !text-foreground",
};

/** Where short confirmations appear. An error that needs reading belongs beside its cause instead. */
export function Toaster() {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={theme === "light" || theme === "dark" ? theme : "system"}
      position="bottom-right"
      closeButton
      toastOptions={{ duration: 6000, classNames: toastStyle }}
      icons={{
        success: <StatusIcon tone="go" />,
        error: <StatusIcon tone="no-go" />,
        warning: <StatusIcon tone="waiver" />,
        info: <StatusIcon tone="info" />,
      }}
    />
  );
}
