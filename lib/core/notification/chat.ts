import { z } from "zod";
import type { ChannelKind } from "./channel";
import { OUTBOX_KINDS } from "./delivery";
import { escapeSlack } from "./escape";
import { headlineOf, type Message } from "./message";
import { VERDICT_WORDS } from "./notice";

const MAX_SLACK_HEADER = 150;

/** What Slack's incoming webhook takes: words as plain text, so that nothing in them is a mention or a format. */
export function slackBody(message: Message): Record<string, unknown> {
  const { title, verdict, reason, label, link } = message;
  const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
  const about = [label, message.service, message.environment].filter((each) => each !== null).join(" · ");
  return {
    text: escapeSlack(headlineOf(message)),
    blocks: [
      { type: "header", text: plain(clip(verdict ?? label, MAX_SLACK_HEADER)) },
      { type: "section", text: plain(title) },
      ...(reason ? [{ type: "section", text: plain(reason) }] : []),
      ...(link
        ? [{ type: "section", text: { type: "mrkdwn", text: `<${escapeSlack(link)}|Open in Readiness>` } }]
        : []),
      { type: "context", elements: [plain(about)] },
    ],
  };
}

/** What the webhook of a Teams workflow takes: an Adaptive Card of text runs, in which Markdown means nothing. */
export function teamsBody(message: Message): Record<string, unknown> {
  const { title, verdict, reason, label, link } = message;
  const text = (words: string, more: Record<string, unknown> = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: words, ...more }],
  });
  const content = {
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      text(verdict ?? label, { weight: "Bolder", size: "Large" }),
      text(title, { weight: "Bolder" }),
      ...(reason ? [text(reason)] : []),
      text([label, message.service, message.environment].filter((each) => each !== null).join(" · "), {
        isSubtle: true,
      }),
    ],
    actions: link ? [{ type: "Action.OpenUrl", title: "Open in Readiness", url: link }] : [],
  };
  const attachment = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content };
  return { type: "message", attachments: [attachment] };
}

/** What a generic webhook is told. `id` is the delivery's: the same when it is sent again. `url` opens a page. */
export const webhookNotice = z.strictObject({
  id: z.uuid(),
  kind: z.enum(OUTBOX_KINDS),
  title: z.string(),
  verdict: z.enum(VERDICT_WORDS).nullable(),
  reason: z.string(),
  url: z.string().nullable(),
  service: z.string().nullable(),
  environment: z.string().nullable(),
  releaseId: z.uuid().nullable(),
  at: z.string(),
});
export type WebhookNotice = z.output<typeof webhookNotice>;

export function webhookBody({ label: _, link, ...said }: Message): WebhookNotice {
  return { ...said, url: link };
}

const BODIES: Record<ChannelKind, (message: Message) => Record<string, unknown>> = {
  slack: slackBody,
  teams: teamsBody,
  webhook: webhookBody,
};

export const chatBody = (kind: ChannelKind, message: Message): Record<string, unknown> => BODIES[kind](message);

const clip = (text: string, length: number): string => [...text].slice(0, length).join("");
