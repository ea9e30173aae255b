import { isDomainError } from "@/lib/core/errors";
import { postmortemSchema } from "@/lib/core/incident/postmortem/model";
import { parsePostmortem } from "@/lib/core/incident/postmortem/parse";
import { parseWith } from "@/lib/core/parse";

const NEEDED = ["service", "severity", "declared", "resolved"] as const;

export type PostmortemFile = {
  /** What is sent of it; null: it cannot be read, and `problem` says why. */
  content: { markdown: string } | { document: unknown } | null;
  /** What the document does not say of what an incident needs. */
  lacks: (typeof NEEDED)[number][];
  problem: string | null;
};

/** Reads a chosen file: a name that ends in .json is the document as JSON, any other an incident.md. */
export function readPostmortemFile(name: string, text: string): PostmortemFile {
  try {
    const isJson = name.toLowerCase().endsWith(".json");
    const document = isJson ? parseWith(postmortemSchema, JSON.parse(text), name) : parsePostmortem(text);
    const lacks = NEEDED.filter((field) => !document[field]);
    return { content: isJson ? { document } : { markdown: text }, lacks, problem: null };
  } catch (error) {
    if (isDomainError(error)) return { content: null, lacks: [], problem: error.message };
    if (error instanceof SyntaxError) return { content: null, lacks: [], problem: "It is no JSON." };
    throw error;
  }
}
