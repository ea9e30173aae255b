import { expect, it } from "vitest";
import { MOST_LINES, readItemFile } from "./csv";

const HEAD = "id,title,detail,service,owner,owner_email,due_at,priority,state,incident,closing_note";

it("reads a line as the export writes it; a day lasts until its end in UTC", () => {
  const file = readItemFile(`${HEAD}\r\n,"'=Fix, now",,service-api,Dana Dev,,2026-10-31,HIGH,open,INC-7,\r\n`);
  expect(file.problems).toEqual([]);
  expect(file.lines).toEqual([
    {
      line: 2,
      id: null,
      title: "=Fix, now",
      detail: "",
      service: "service-api",
      owner: "Dana Dev",
      ownerEmail: null,
      dueAt: new Date("2026-10-31T23:59:59Z"),
      priority: "high",
      state: "open",
      incident: "INC-7",
      closingNote: null,
    },
  ]);
});

it("takes columns in any order, leaves out what is not there, and ignores those that it does not know", () => {
  const { lines } = readItemFile("due_at,Owner,title,age\n2026-10-31T12:00:00+02:00,The platform team,Write it,3\n");
  expect(lines).toMatchObject([{ title: "Write it", detail: null, priority: null, state: null }]);
  expect(lines[0]?.dueAt.toISOString()).toBe("2026-10-31T10:00:00.000Z");
});

const line = (cells: string) => readItemFile(`title,owner,due_at,priority,state\n${cells}\n`).problems;
it.each([
  [",Dana,2026-10-31,,", "title is empty"],
  [`${"x".repeat(301)},Dana,2026-10-31,,`, "title is longer than 300 characters"],
  ["Fix,Dana,2026-02-30,,", "due_at is neither a day such as 2026-10-31 nor a time with a zone"],
  ["Fix,Dana,31.10.2026,,", "due_at is neither a day such as 2026-10-31 nor a time with a zone"],
  ["Fix,Dana,2026-10-31T12:00:00,,", "due_at is neither a day such as 2026-10-31 nor a time with a zone"],
  ["Fix,Dana,2026-10-31,urgent,", "priority is none of high, medium, low"],
  ["Fix,Dana,2026-10-31,,closed", "state is none of open, done, cancelled"],
  ["Fix,,2026-10-31,,", "owner is empty"],
  ["Fix,Dana,2026-10-31,,,extra", "it has more cells than the first line"],
])("%s: %s", (cells, message) => {
  expect(line(cells)).toEqual([{ line: 2, message }]);
});

it("names every line that cannot be read, and reads the others", () => {
  const { lines, problems } = readItemFile("title,owner,due_at\nA,Dana,never\nB,Dana,2026-10-31\nC,,2026-10-31\n");
  expect([lines.map(({ title }) => title), problems.map((problem) => problem.line)]).toEqual([["B"], [2, 4]]);
});

it.each([
  ["no columns", "", "title and due_at"],
  ["no owner", "title,due_at\nA,2026-10-31", "owner or owner_email"],
  ["nothing but columns", "title,owner,due_at\n", "no line follows"],
  ["too many lines", `title,owner,due_at\n${"A,Dana,2026-10-31\n".repeat(MOST_LINES + 1)}`, "at most 500"],
  ["a quote that is open", 'title,owner,due_at\n"A,Dana,2026-10-31', "does not end"],
])("a file with %s is refused as a whole", (_, text, words) => {
  const { lines, problems } = readItemFile(text);
  expect(lines).toEqual([]);
  expect(problems).toEqual([{ line: expect.any(Number), message: expect.stringContaining(words) }]);
});

it("two lines cannot both change one item", () => {
  const { lines, problems } = readItemFile("id,title,owner,due_at\nA1,A,Dana,2026-10-31\na1,B,Dana,2026-10-31\n");
  expect([lines.length, problems]).toEqual([1, [{ line: 3, message: "its id is on an earlier line too" }]]);
});
