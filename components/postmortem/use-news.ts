"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ContentField } from "@/lib/core/incident/postmortem/model";
import type { SavedSince } from "@/lib/registry/postmortem/queries";
import type { Other } from "./field-draft";

const EVERY_MS = 2000;

export type News = Partial<Record<ContentField, Other>>;
type NewsOptions = {
  incidentId: string;
  revision: number;
  /** The version that this page writes. */
  draftVersion: number;
  savedAfter: (incidentId: string, revision: number) => Promise<SavedSince | null>;
};

/**
 * What others have saved since the page was opened, and the revision up to which this page has seen everything. When the
 * draft was published meanwhile the page is read anew.
 */
export function useNews({ incidentId, revision: first, draftVersion, savedAfter }: NewsOptions) {
  const [news, setNews] = useState<News>({});
  const [revision, setRevision] = useState(first);
  const seen = useRef(first);
  const router = useRouter();

  const look = useCallback(async () => {
    if (document.visibilityState === "hidden") return;
    const since = await savedAfter(incidentId, seen.current).catch(() => null);
    if (!since || since.revision < seen.current) return;
    if (since.draftVersion !== draftVersion) return router.refresh();
    if (since.revision === seen.current) return;
    seen.current = since.revision;
    setNews((now) => ({ ...now, ...Object.fromEntries(since.fields.map(({ field, ...other }) => [field, other])) }));
    setRevision(since.revision);
  }, [incidentId, draftVersion, savedAfter, router]);

  useEffect(() => {
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look]);

  return { news, revision, look };
}
