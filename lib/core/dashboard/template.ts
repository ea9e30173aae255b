import { z } from "zod";

/** What a dashboard's link may leave open, filled in for each release. `from` and `to` are epoch milliseconds. */
export const PLACEHOLDERS = ["service", "environment", "version", "commit", "from", "to"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type DashboardValues = Record<Placeholder, string>;

const BRACED = /\{([^{}]*)\}/g;
const HOST = /^https?:\/\/([^/?#]*)/i;
const LONGEST = 2000;

/**
 * Why a link template cannot be used, in words that name what is wrong, or null. Placeholders stand in the path, the
 * query or the fragment: the host is fixed, so that no release decides where its reader is sent.
 */
export function templateFault(template: string): string | null {
  const host = HOST.exec(template)?.[1];
  if (host === undefined || host === "") return "must begin with http:// or https:// and a host";
  if (host.includes("{") || host.includes("@")) return "must name a fixed host: placeholders go after it";
  const unknown = [...template.matchAll(BRACED)].map(([, name = ""]) => name).find((name) => !isPlaceholder(name));
  if (unknown !== undefined) {
    return `{${unknown}} is not known; there is ${PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`;
  }
  if (/[{}]/.test(template.replace(BRACED, ""))) return "has a brace without its other half";
  return URL.canParse(template.replace(BRACED, "x")) ? null : "is not an address";
}

/** The link for one release: each value percent-encoded where its placeholder stands. Takes templates without a fault. */
export function fillTemplate(template: string, values: DashboardValues): string {
  return template.replace(BRACED, (whole, name: string) =>
    isPlaceholder(name) ? encodeURIComponent(values[name]) : whole,
  );
}

const isPlaceholder = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name);

/** The form in which a link template is taken. */
export const templateText = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(LONGEST)
  .superRefine((template, context) => {
    const fault = templateFault(template);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

export type DashboardLink = { label: string; url: string };
