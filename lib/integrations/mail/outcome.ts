import type { Outcome } from "@/lib/core/notification/delivery";

const MAX_REASON = 300;

/**
 * What a mail server's no means. A 5xx to the mail itself is for good; a 4xx, a server that is away and a sign-in that an
 * admin can mend are tried again. The password never gets into the reason, whatever the server repeats.
 */
export function mailOutcome(error: unknown, url: string): Outcome {
  const { code, responseCode, message } = (error ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
    message?: unknown;
  };
  const said = redact(typeof message === "string" ? message : "unknown trouble", url);
  if (code === "EAUTH") return { kind: "later", reason: `The mail server refused the sign-in. ${said}` };
  if (typeof responseCode !== "number") return { kind: "later", reason: `The mail server cannot be reached. ${said}` };
  const kind = responseCode >= 500 ? "never" : "later";
  return { kind, reason: `The mail server refused the mail (${responseCode}). ${said}` };
}

function redact(message: string, url: string): string {
  const { password } = new URL(url);
  const secrets = [password, decoded(password)].filter((each) => each !== "");
  const plain = secrets.reduce((text, secret) => text.replaceAll(secret, "…"), message);
  return [...plain.replace(/\s+/g, " ")].slice(0, MAX_REASON).join("");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
