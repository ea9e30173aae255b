import { plain } from "./text";

/** Text that Markdown and HTML take as nothing but text. */
export function markdownText(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_~[\]|#!>]/g, "\\$&");
}

/** The message of a workflow command. */
export const commandMessage = (text: string): string => plain(text).replaceAll("%", "%25");
/** A property of a workflow command, such as its title. */
export const commandProperty = (text: string): string =>
  commandMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
