import { escapeHtml } from "./escape";
import { headlineOf, type Message } from "./message";
import { pageLink } from "./notice";

export type MailText = { subject: string; text: string; html: string };

/** An e-mail about one notice: verdict, what it is about, why, and where to read and act. Plain text and simple HTML. */
export function mailOf(message: Message, base: string | null): MailText {
  const { verdict, title, reason, label, link } = message;
  const body = [
    ...(verdict ? [verdict] : []),
    title,
    ...(reason ? [reason] : []),
    ...(link ? [`Open in Readiness: ${link}`] : []),
  ];
  const html = [
    ...(verdict ? [paragraph(`<strong>${escapeHtml(verdict)}</strong>`)] : []),
    paragraph(`<strong>${escapeHtml(title)}</strong>`),
    ...(reason ? [paragraph(lines(reason))] : []),
    ...(link ? [paragraph(anchor(link, "Open in Readiness"))] : []),
  ];
  return framed(headlineOf(message), body, html, { why: label, base });
}

type Footer = { why: string; base: string | null };

/** Any mail of this product: its parts, and at the end why it came and where that is changed. */
export function framed(subject: string, body: string[], html: string[], { why, base }: Footer): MailText {
  const preferences = pageLink(base, "/preferences");
  const reason = `Sent by Readiness: ${why}.`;
  const text = [...body, `-- \n${reason}${preferences ? `\nChoose what you are told: ${preferences}` : ""}`];
  const small = `${escapeHtml(reason)}${preferences ? ` ${anchor(preferences, "Choose what you are told")}` : ""}`;
  return {
    subject,
    text: `${text.join("\n\n")}\n`,
    html: document(subject, [...html, `<p style="color:#666;font-size:12px">${small}</p>`]),
  };
}

export const paragraph = (html: string): string => `<p>${html}</p>`;
export const anchor = (link: string, words: string): string => `<a href="${escapeHtml(link)}">${escapeHtml(words)}</a>`;
const lines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");

function document(title: string, parts: string[]): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body style="font-family:system-ui,sans-serif;font-size:14px;line-height:1.5">',
    ...parts,
    "</body></html>",
  ].join("\n");
}
