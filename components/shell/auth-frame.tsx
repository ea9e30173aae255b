import type { ReactNode } from "react";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { BrandMark } from "./brand";

type AuthFrameProps = { title: string; description?: ReactNode; children: ReactNode };

/** The page around a sign-in form, for people who have no session yet. */
export function AuthFrame({ title, description, children }: AuthFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex justify-end p-3">
        <ThemeToggle />
      </header>
      <main id="main" className="mx-auto w-full max-w-88 flex-1 px-4 pt-[12vh] pb-16">
        <p className="mb-8 flex items-center gap-2 font-semibold tracking-tight">
          <BrandMark />
          Readiness
        </p>
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {description && <div className="mt-1 text-muted">{description}</div>}
        <div className="mt-6">{children}</div>
      </main>
    </div>
  );
}
