import type { OutboxKind } from "./delivery";
import { KIND_FACTS } from "./kind-facts";
import { type NoticeContent, pageLink } from "./notice";

/** A notice on its way to one recipient: plain text, not escaped for anything yet. */
export type Message = Omit<NoticeContent, "path"> & {
  /** Of this delivery: the same whenever it is tried again. */
  id: string;
  kind: OutboxKind;
  /** What the kind is called. */
  label: string;
  /** The page that it is about; null where this installation does not know its own address. */
  link: string | null;
  /** Slugs. */
  service: string | null;
  environment: string | null;
  releaseId: string | null;
  /** RFC 3339. */
  at: string;
};

type Stored = {
  id: string;
  kind: OutboxKind;
  content: NoticeContent;
  service: string | null;
  environment: string | null;
  releaseId: string | null;
  createdAt: Date;
};

export function messageOf({ content, createdAt, ...stored }: Stored, base: string | null): Message {
  const { path, ...said } = content;
  return { ...stored, ...said, label: labelOf(stored.kind), link: pageLink(base, path), at: createdAt.toISOString() };
}

export function labelOf(kind: OutboxKind): string {
  if (kind === "digest") return "Daily digest";
  return kind === "test" ? "Test" : KIND_FACTS[kind].title;
}

/** `NO-GO: Release rejected …`: the verdict comes first wherever there is one. */
export function headlineOf({ verdict, title }: Pick<NoticeContent, "verdict" | "title">): string {
  return verdict ? `${verdict}: ${title}` : title;
}
