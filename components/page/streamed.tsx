import { type ReactNode, Suspense } from "react";
import { HoldPage } from "./hold-page";

/**
 * How long a page waits for a section. A fast one arrives with its page; React shows what comes after a skeleton no
 * sooner than 300 ms after it, so a skeleton for less than that would make every page slower.
 */
const PATIENCE_MS = 100;

type StreamedProps = {
  /** A section that is being rendered: call its component, `Found({ list })`. All sections of a page begin at once. */
  section: Promise<Awaited<ReactNode>>;
  /** Shaped like the section, for when it takes longer. */
  fallback: ReactNode;
};

/**
 * A section that comes with its page when it is quick, and else follows it. Either way it stands in a boundary: when the
 * page is refreshed, what was opened or typed in the section stays, however quick it was before.
 */
export async function Streamed({ section, fallback }: StreamedProps) {
  const quick = await Promise.race([section.then((node) => ({ node })), patience()]);
  if (!quick) return <Suspense fallback={fallback}>{section}</Suspense>;
  return <Suspense fallback={<HoldPage />}>{quick.node}</Suspense>;
}

const patience = () => new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
