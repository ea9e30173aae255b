"use client";

import { ManifestDifference } from "@/components/release/manifest-difference";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { manifestDifference } from "@/lib/core/manifest/difference";
import type { SignedManifest } from "./signing";

type ManifestChangedProps = { opened: SignedManifest; current: SignedManifest; onRead: () => void };

/** Stands in the way of signing until the reader has seen what became of the manifest since the page was opened. */
export function ManifestChanged({ opened, current, onRead }: ManifestChangedProps) {
  return (
    <Alert tone="waiver" title="The manifest changed since you opened this page" live>
      <p>
        Nothing can be signed for revision {opened.revision} any more. Read what is different in revision{" "}
        {current.revision}, then sign that.
      </p>
      <div className="mt-3">
        <ManifestDifference
          differences={manifestDifference(opened.content, current.content)}
          before={`Revision ${opened.revision}`}
          after={`Revision ${current.revision}`}
        />
      </div>
      <Button className="mt-3" onClick={onRead}>
        I have read the difference
      </Button>
    </Alert>
  );
}
