import { digestOf } from "@/lib/core/digest";
import { parseWith } from "@/lib/core/parse";
import { type ManifestContent, manifestContent } from "./schema";

/** Reads a manifest's content, or throws `invalid` naming each field. Approvals and waivers beside it are not part of it. */
export function parseManifest(document: unknown): ManifestContent {
  return parseWith(manifestContent, document, "manifest");
}

/** The digest that people sign: SHA-256 over the RFC 8785 form of the whole content. */
export function manifestDigest(content: ManifestContent): string {
  return digestOf(content);
}
