"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast as show } from "sonner";
import "sonner/dist/styles.css";
import { StatusIcon } from "./status";
import { hearToasts } from "./toast";

const toastStyle = {
  toast: "!rounded-lg !border-border !bg-surface !font-sans !text-base !text-foreground !shadow-raised",
  description: "!text-muted",
  actionButton: "!bg-accent !text-accent-foreground",
  closeButton: "!size-6 !border-border !bg-surface !text-foreground",
};

export default function ToasterPanel() {
  const { theme } = useTheme();
  useEffect(() => hearToasts(({ tone, text }) => void show[tone](text)), []);
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
