import { localTime } from "./digest-time";
import { escapeHtml } from "./escape";
import { KIND_FACTS } from "./kind-facts";
import { NOTICE_KINDS } from "./kinds";
import { anchor, framed, type MailText, paragraph } from "./mail";
import { headlineOf, type Message } from "./message";

/** Lines of one kind; what is more is counted. */
export const MOST_OF_A_KIND = 10;

export type DigestGroup = { title: string; items: Message[]; more: number };

/** The notices by kind, in the order of the kinds; in each the newest, at most ten, and how many more there are. */
export function digestGroups(messages: readonly Message[]): DigestGroup[] {
  return NOTICE_KINDS.flatMap((kind) => {
    const all = messages.filter((each) => each.kind === kind).toSorted((one, other) => compare(other.at, one.at));
    const items = all.slice(0, MOST_OF_A_KIND);
    return items.length > 0 ? [{ title: KIND_FACTS[kind].title, items, more: all.length - items.length }] : [];
  });
}

/** The daily digest as one e-mail. Times are the reader's. */
export function digestMail(messages: readonly Message[], timeZone: string, base: string | null): MailText {
  const groups = digestGroups(messages);
  const count = messages.length === 1 ? "1 notice" : `${messages.length} notices`;
  const body = groups.map((group) => textGroup(group, timeZone));
  const html = groups.map((group) => htmlGroup(group, timeZone));
  return framed(`Daily digest: ${count}`, body, html, { why: `Daily digest, times in ${timeZone}`, base });
}

function textGroup({ title, items, more }: DigestGroup, timeZone: string): string {
  const told = items.flatMap((item) => [
    `- ${headlineOf(item)} (${localTime(new Date(item.at), timeZone)})`,
    ...(item.link ? [`  ${item.link}`] : []),
  ]);
  return [title, ...told, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}

function htmlGroup({ title, items, more }: DigestGroup, timeZone: string): string {
  const told = items.map((item) => {
    const words = headlineOf(item);
    const line = item.link ? anchor(item.link, words) : escapeHtml(words);
    return `<li>${line} <span style="color:#666">${escapeHtml(localTime(new Date(item.at), timeZone))}</span></li>`;
  });
  const rest = more > 0 ? `<li>and ${more} more</li>` : "";
  return `${paragraph(`<strong>${escapeHtml(title)}</strong>`)}<ul>${told.join("")}${rest}</ul>`;
}

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
