import type { ItemLink } from "@/lib/core/action-item/model";

/** Links as people type them: one a line, an address alone or words before it. */
export const linksText = (links: readonly ItemLink[]): string =>
  links.map(({ label, url }) => (label === url ? url : `${label} ${url}`)).join("\n");

/** What was typed; the address is the last word of its line. Whether it is one is for the command to say. */
export function typedLinks(typed: FormData): ItemLink[] {
  const lines = String(typed.get("links") ?? "").split("\n");
  return lines.flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const url = words.at(-1);
    if (!url) return [];
    return [{ label: words.slice(0, -1).join(" ") || url, url }];
  });
}
