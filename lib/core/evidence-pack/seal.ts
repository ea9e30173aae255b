import { canonicalJson, sha256 } from "@/lib/core/digest";
import type { EvidencePack } from "./model";

/** The pack's one form, byte by byte (RFC 8785), and the SHA-256 of exactly these bytes. */
export function sealPack(pack: EvidencePack): { text: string; digest: string } {
  const text = canonicalJson(pack);
  return { text, digest: sha256(text) };
}
