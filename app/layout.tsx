import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { ExactTip } from "@/components/time/exact-tip";
import { ZoneProvider } from "@/components/time/zone";
import { readZoneChoice, ZONE_COOKIE } from "@/components/time/zone-choice";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toaster";
import { LOCALE } from "@/lib/core/locale";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · Readiness", default: "Readiness" },
  description: "Whether a release may ship: evidence, signatures and one gate.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafbfd" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1114" },
  ],
};

/** Reading the request's nonce makes every page dynamic, which a nonce policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const zone = readZoneChoice((await cookies()).get(ZONE_COOKIE)?.value);
  return (
    <html lang={LOCALE} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          <ZoneProvider choice={zone}>
            {children}
            <ExactTip />
          </ZoneProvider>
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
