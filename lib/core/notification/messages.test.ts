import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNEL_KINDS } from "./channel";
import { chatBody, slackBody, teamsBody, webhookBody, webhookNotice } from "./chat";
import { digestGroups, digestMail, MOST_OF_A_KIND } from "./digest";
import { NOTICE_KINDS } from "./kinds";
import { mailOf } from "./mail";
import { type Message, messageOf } from "./message";
import { contentOf, type NoticeContent, pagePath, VERDICT_WORDS } from "./notice";

const BASE = "https://readiness.acme.com";
const ID = "01900000-0000-7000-8000-000000000001";
const content: NoticeContent = {
  title: "Release rejected: shop 1.2.3 for production",
  verdict: "NO-GO",
  reason: "Kim: the rollback <b>was not</b> rehearsed & tested",
  path: "/releases/0190#signatures",
};

function message(change: Partial<NoticeContent> = {}, more: Partial<Parameters<typeof messageOf>[0]> = {}): Message {
  const createdAt = new Date("2026-03-29T06:15:00Z");
  const about = { service: "shop", environment: "production", releaseId: ID, createdAt };
  const stored = { id: ID, kind: "release-rejected" as const, content: contentOf({ ...content, ...change }), ...about };
  return messageOf({ ...stored, ...more }, BASE);
}

describe("an e-mail", () => {
  it("says the verdict first, what it is about, why and where, in text and in HTML", () => {
    const { subject, text, html } = mailOf(message(), BASE);
    expect(subject).toBe("NO-GO: Release rejected: shop 1.2.3 for production");
    expect(text.split("\n\n")).toEqual([
      "NO-GO",
      "Release rejected: shop 1.2.3 for production",
      "Kim: the rollback <b>was not</b> rehearsed & tested",
      "Open in Readiness: https://readiness.acme.com/releases/0190#signatures",
      "-- \nSent by Readiness: Release rejected.\nChoose what you are told: https://readiness.acme.com/preferences\n",
    ]);
    expect(html).toContain('<a href="https://readiness.acme.com/releases/0190#signatures">Open in Readiness</a>');
    expect(html).toContain("rollback &lt;b&gt;was not&lt;/b&gt; rehearsed &amp; tested");
  });

  it("has a subject of one line whatever its title holds", () => {
    const { subject } = mailOf(message({ title: "Rejected\r\nBcc: everybody@acme.com" }), BASE);
    expect(subject).toBe("NO-GO: Rejected Bcc: everybody@acme.com");
  });

  it("leaves links out where this installation does not know its address", () => {
    const { text, html } = mailOf({ ...message(), link: null }, null);
    expect(`${text}${html}`).not.toMatch(/https?:|href/);
  });
});

describe("a chat message", () => {
  it("of Slack holds every word as plain text, and one link", () => {
    const body = slackBody(message({ reason: "<!channel> *look*" }));
    expect(body.text).toBe("NO-GO: Release rejected: shop 1.2.3 for production");
    const blocks = body.blocks as { type: string; text?: { type: string; text: string } }[];
    expect(blocks.map(({ type }) => type)).toEqual(["header", "section", "section", "section", "context"]);
    expect(blocks[2]?.text).toMatchObject({ type: "plain_text", text: "<!channel> *look*" });
    const formatted = blocks.filter(({ text }) => text?.type === "mrkdwn").map(({ text }) => text?.text);
    expect(formatted).toEqual([`<${BASE}/releases/0190#signatures|Open in Readiness>`]);
  });

  it("of Slack calls nobody by what falls back to text", () => {
    expect(slackBody(message({ title: "<!everyone> & <@U1>" })).text).toBe(
      "NO-GO: &lt;!everyone&gt; &amp; &lt;@U1&gt;",
    );
  });

  it("of Teams is an Adaptive Card of text runs that opens the page", () => {
    const { attachments } = teamsBody(message({ reason: "[x](https://evil.acme)" })) as {
      attachments: { contentType: string; content: { body: { type: string }[]; actions: unknown[] } }[];
    };
    expect(attachments[0]?.contentType).toBe("application/vnd.microsoft.card.adaptive");
    expect(new Set(attachments[0]?.content.body.map(({ type }) => type))).toEqual(new Set(["RichTextBlock"]));
    expect(attachments[0]?.content.actions).toEqual([
      { type: "Action.OpenUrl", title: "Open in Readiness", url: `${BASE}/releases/0190#signatures` },
    ]);
  });

  it("of a webhook has the documented members", () => {
    expect(webhookNotice.parse(webhookBody(message()))).toEqual({
      ...{ id: ID, kind: "release-rejected", title: content.title, verdict: "NO-GO", reason: content.reason },
      ...{ url: `${BASE}/releases/0190#signatures`, service: "shop", environment: "production", releaseId: ID },
      at: "2026-03-29T06:15:00.000Z",
    });
  });
});

describe("no link acts", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom('"><script>', "<a href=x>", "&amp;", "*b*", "\r\n\r\n", "'", "]]>", "<!channel>", "=?utf-8?q?x?="),
  );
  const anyPath = fc.oneof(
    fc.webPath(),
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom(
      "/releases/1?approve=true",
      "//evil.acme/x",
      "javascript:alert(1)",
      "/api/v1/x?y#z",
      "",
      "/a/../b",
      "\\\\x",
    ),
  );
  const anyMessage = fc
    .record({ title: anyText, reason: anyText, verdict: fc.constantFrom(null, ...VERDICT_WORDS), path: anyPath })
    .map((each) => message(each));

  it("in any message there is but the address of a page of this installation, without a query", () => {
    fc.assert(
      fc.property(anyMessage, (each) => {
        const { html } = mailOf({ ...each, title: "T", reason: "R" }, BASE);
        const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? "");
        const posted = CHANNEL_KINDS.flatMap((kind) => urlsIn(chatBody(kind, { ...each, title: "T", reason: "R" })));
        expect(links.length).toBe(2);
        expect(posted.length).toBe(CHANNEL_KINDS.length);
        for (const link of [...links, ...posted]) {
          const url = new URL(link);
          expect([url.origin, url.search]).toEqual([BASE, ""]);
          expect(link.startsWith(`${BASE}/`)).toBe(true);
        }
      }),
    );
  });

  it("whatever is said, the HTML has the same tags and the same two links", () => {
    const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.filter((tag) => tag !== "<br>");
    fc.assert(
      fc.property(anyText, anyText, (title, reason) => {
        const plain = mailOf(message({ title: "T", reason: "R" }), BASE);
        const told = mailOf(message({ title: `t${title}`, reason: `r${reason}` }), BASE);
        expect(tagsOf(told.html)).toEqual(tagsOf(plain.html));
      }),
    );
  });

  it.each([
    ["/releases/1", "/releases/1"],
    ["/releases/1#signatures", "/releases/1#signatures"],
    ["/releases/1?approve=true#x", "/releases/1#x"],
    ["//evil.acme/releases", "/"],
    ["https://evil.acme/", "/"],
    ["javascript:alert(1)", "/"],
    ["releases/1", "/"],
    ["/a b", "/"],
    ["", "/"],
  ])("the path %j leads to %s", (path, page) => expect(pagePath(path)).toBe(page));
});

describe("the daily digest", () => {
  const many = Array.from({ length: 13 }, (_, index) =>
    message(
      { title: `Summary ${index}`, verdict: "GO" },
      { kind: "release-summary", createdAt: new Date(Date.parse("2026-03-29T00:00:00Z") + index * 3_600_000) },
    ),
  );
  const all = [...many, message({ title: "Drill <due>", verdict: null }, { kind: "rehearsal-due" })];

  it("groups by kind in a fixed order, newest first, and counts what is more", () => {
    const groups = digestGroups(all.toReversed());
    expect(groups.map(({ title, items, more }) => [title, items.length, more])).toEqual([
      ["Deployment summary", MOST_OF_A_KIND, 3],
      ["Rehearsal due", 1, 0],
    ]);
    expect(groups[0]?.items[0]?.title).toBe("Summary 12");
  });

  it("is one mail with the reader's times and a link for each line", () => {
    const { subject, text, html } = digestMail(all, "Europe/Berlin", BASE);
    expect(subject).toBe("Daily digest: 14 notices");
    expect(text).toContain("- GO: Summary 12 (29 Mar, 14:00)\n  https://readiness.acme.com/releases/0190#signatures");
    expect(text).toContain("  and 3 more\n\nRehearsal due\n- Drill <due> (29 Mar, 08:15)");
    expect(html).toContain("Drill &lt;due&gt;</a>");
    expect(text).not.toContain("Summary 2 (");
  });

  it("knows every kind", () => {
    const one = NOTICE_KINDS.map((kind) => message({}, { kind }));
    expect(digestGroups(one)).toHaveLength(NOTICE_KINDS.length);
    expect(digestMail(one.slice(0, 1), "UTC", BASE).subject).toBe("Daily digest: 1 notice");
  });
});

it("what is kept of a notice is bounded, without breaking a letter", () => {
  const kept = contentOf({ ...content, title: "🚀".repeat(300), reason: "x".repeat(5000) });
  expect([...kept.title]).toHaveLength(200);
  expect(kept.title.isWellFormed()).toBe(true);
  expect(kept.reason).toHaveLength(2000);
});

/** Every address in a body, wherever it stands. */
function urlsIn(body: unknown): string[] {
  return JSON.stringify(body).match(/\b[a-z]+:\/\/[^"|>\\]+/g) ?? [];
}
