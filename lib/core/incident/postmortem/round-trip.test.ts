import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEVERITIES } from "../model";
import { type PostmortemDocument, postmortemSchema } from "./model";
import { parsePostmortem } from "./parse";
import { renderPostmortem } from "./render";

/** The template exactly as the playbook has it. */
const TEMPLATE = `# Incident <ID>
- Declared: <timestamp>
- Commander: <name>
- Impact: <summary>
- Related Artifacts: <scorecards / manifests>
- Timeline:
  - 00:00 Alert fired
  - 00:05 Commander paged
  - ...
- Root Cause:
- Mitigations Applied:
- Follow-up Actions:
  - [ ] Action, owner, due date
`;
const TEMPLATE_NAMES = [...TEMPLATE.matchAll(/^- ([^:]+):/gm)].map((match) => match[1]);

/** Pieces that mean something in Markdown or in this form, mixed with anything that can be stored. */
const odd = fc.constantFrom(
  "# Incident x",
  "- ",
  "- Impact: y",
  "  - ",
  "- [ ] ",
  "[x] ",
  "```",
  "```sh\nrm -rf /\n```",
  "\n",
  "\n\n",
  "\n    ",
  "\r\n",
  "\\",
  "<summary>",
  "<ID>",
  "...",
  "00:05",
  "-00:03 ",
  "99:59 x",
  "Action",
  "Action, owner, due date",
  ", owner, due date",
  ", 2026-01-01",
  "owner",
  " <!-- f1 -->",
  "*",
  "_a_",
  "> ",
  "|a|b|",
  "\t",
  "\u2028",
  "\u0085",
  "\uFEFF",
  "é",
  "日本",
  "👩‍🚒",
  ": ",
);
const piece = fc.oneof(odd, fc.string({ unit: "grapheme", maxLength: 8 }), fc.string({ unit: "binary", maxLength: 4 }));
const anyText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
const anyLine = anyText.map((text) => text.replace(/[\r\n]/g, " "));
const anyList = fc.array(anyText, { maxLength: 4 });
const anyInstant = fc.option(
  fc
    .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("9999-01-01T00:00:00Z"), noInvalidDate: true })
    .map((at) => at.toISOString()),
);
const anyDay = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-01-01T00:00:00Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const anyFollowUps = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/),
    action: anyText,
    owner: anyLine,
    dueOn: fc.option(anyDay),
    isDone: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);
const anyTimeline = fc.array(
  fc.record({ offsetMinutes: fc.option(fc.integer({ min: -9999, max: 99_999 })), text: anyText }),
  { maxLength: 4 },
);

const anyDocument: fc.Arbitrary<PostmortemDocument> = fc
  .record({
    incident: anyLine,
    title: anyLine,
    service: anyLine,
    severity: fc.option(fc.constantFrom(...SEVERITIES)),
    declared: anyInstant,
    started: anyInstant,
    detected: anyInstant,
    acknowledged: anyInstant,
    mitigated: anyInstant,
    resolved: anyInstant,
    commander: anyLine,
    impact: anyText,
    relatedArtifacts: anyList,
    timeline: anyTimeline,
    rootCause: anyList,
    mitigations: anyList,
    followUps: anyFollowUps,
    wentWell: anyList,
    wentBadly: anyList,
    gotLucky: anyList,
  })
  .map((typed) => postmortemSchema.parse(typed));

describe("incident.md", () => {
  it("gives every document back as it was, and the same bytes again", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const markdown = renderPostmortem(document);
        const read = parsePostmortem(markdown);
        expect(read).toEqual(document);
        expect(renderPostmortem(read)).toBe(markdown);
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same document from a file whose lines end in CRLF", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const markdown = renderPostmortem(document).replaceAll("\n", "\r\n");
        expect(parsePostmortem(`\uFEFF${markdown}`)).toEqual(document);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps texts in their one form when they are read as JSON again", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(postmortemSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
      { numRuns: 100 },
    );
  });

  it("begins with the playbook's template, field by field, in its order and by its names", () => {
    const lines = renderPostmortem(parsePostmortem(TEMPLATE)).split("\n");
    expect(lines[0]).toBe("# Incident");
    const names = lines.flatMap((line) => /^- ([^:]+):/.exec(line)?.[1] ?? []);
    expect(names.slice(0, TEMPLATE_NAMES.length)).toEqual(TEMPLATE_NAMES);
    expect(TEMPLATE_NAMES).toHaveLength(8);
  });

  it("imports the bare template: its placeholders are empty fields", () => {
    const read = parsePostmortem(TEMPLATE);
    expect(read).toMatchObject({ incident: "", declared: null, commander: "", impact: "", relatedArtifacts: [] });
    expect(read.timeline).toEqual([
      { offsetMinutes: 0, text: "Alert fired" },
      { offsetMinutes: 5, text: "Commander paged" },
    ]);
    expect(read.followUps).toEqual([]);
    expect(parsePostmortem(renderPostmortem(read))).toEqual(read);
  });
});
