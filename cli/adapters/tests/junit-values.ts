import type { XmlElement } from "./xml-stream";

const SECONDS = /^\d{1,9}(\.\d{1,20})?(e[+-]?\d{1,2})?$/i;
const GROUPED = /^\d{1,3}(,\d{3}){1,2}(?=\.|$)/;

/** `time` in seconds, also as `1,234.5` and `1.2e-5`; null for anything else. */
export function secondsOf(element: XmlElement): number | null {
  const text = element.attribute("time")?.trim() ?? "";
  const plain = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  return SECONDS.test(plain) ? Number(plain) : null;
}

/** Failures and errors that a suite declares; 0 where it says nothing that is a count. */
export function declaredBad(element: XmlElement): number {
  const count = (name: string) => {
    const text = element.attribute(name)?.trim() ?? "";
    return /^\d{1,9}$/.test(text) ? Number(text) : 0;
  };
  return count("failures") + count("errors");
}

/** What tells a suite from another one of the same report: Playwright names the browser as the host. */
export const suiteKey = (element: XmlElement): string =>
  ["name", "package", "hostname"].map((name) => element.attribute(name) ?? "").join("\n");
