"use client";

import { lazy, Suspense } from "react";
import { Details } from "@/components/ui/details";
import type { CompleteFormProps } from "./complete-form";

// Few releases have a draft: the others do not load its form.
const CompleteForm = lazy(() => import("./complete-form"));

export function CompleteFold(props: CompleteFormProps) {
  return (
    <Details summary="Complete and put the manifest">
      <Suspense fallback={null}>
        <CompleteForm {...props} />
      </Suspense>
    </Details>
  );
}
