"use client";

import { ThemeProvider as Provider } from "next-themes";
import type { ReactNode } from "react";

/** Follows the system until the reader chooses; the nonce lets its first script run under the page's policy. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <Provider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
    </Provider>
  );
}
