import { describe, expect, it } from "vitest";
import { eventOf } from "@/lib/testing/fake-issues";
import { issueEvent, issueSchema, recordedIssueEvents } from "@/lib/testing/issue-events";
import { readIssueEvent } from "./issue-event";

const FOLLOWED = ["opened", "edited", "reopened", "assigned", "unassigned"];
const ENDS = ["deleted", "transferred"];
const recorded = recordedIssueEvents().filter(
  (each) => ![...FOLLOWED, ...ENDS].includes(each.action) || issueSchema(each.action)(each),
);

describe("an issues event that GitHub's schema takes", () => {
  it("was recorded for every action that is read", () => {
    const actions = new Set(recorded.map(({ action }) => action));
    for (const action of [...FOLLOWED, ...ENDS]) expect(actions).toContain(action);
  });

  it.each(recorded.map((each, index) => [`${index} ${each.action}`, each] as const))("%s is read", (_, event) => {
    const read = readIssueEvent(event);
    const followed = FOLLOWED.includes(event.action);
    if (!followed && !ENDS.includes(event.action)) return expect(read).toBeNull();
    const { issue, repository } = event;
    expect(read).toMatchObject({
      what: followed ? "changed" : event.action,
      repository: String(repository.full_name).toLowerCase(),
      sender: "Codertocat",
      issue: { number: issue.number, title: issue.title, url: issue.html_url, isClosed: issue.state === "closed" },
    });
  });

  it("closed is read with its reason", () => {
    const issue = { state: "closed", state_reason: "not_planned", closed_at: "2026-01-01T09:00:00Z" };
    const read = readIssueEvent(issueEvent("closed", { from: "reopened", issue }));
    expect(read?.issue).toMatchObject({ isClosed: true, reason: "not_planned" });
  });

  it("transferred is read with the place where the issue is now", () => {
    const [event] = recordedIssueEvents("transferred");
    const changes = event?.changes as { new_issue: { number: number }; new_repository: { full_name: string } };
    expect(readIssueEvent(event)?.movedTo).toMatchObject({
      repository: changes.new_repository.full_name.toLowerCase(),
      issue: { number: changes.new_issue.number },
    });
  });
});

it("the events that the peer of the tests sends are as GitHub's schema has them", () => {
  const issue = { number: 1, title: "A", body: null, assignees: [], updated_at: "2026-01-01T09:00:00Z" };
  const url = { html_url: "https://github.com/acme/shop/issues/1" };
  for (const action of ["edited", "closed", "reopened", "assigned", "deleted", "transferred"]) {
    const state = action === "closed" ? ("closed" as const) : ("open" as const);
    const event = eventOf({ ...issue, ...url, state, state_reason: null }, action, "acme/shop");
    const validate = issueSchema(action);
    expect(validate(event), `${action}: ${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

it("one that does not follow the schema is refused by the name of what is wrong", () => {
  const event = issueEvent("edited");
  for (const [change, path] of [
    [{ issue: { ...event.issue, number: "1" } }, "issue.number"],
    [{ issue: { ...event.issue, updated_at: "yesterday" } }, "issue.updated_at"],
    [{ issue: { ...event.issue, html_url: "javascript:alert(1)" } }, "issue.html_url"],
    [{ repository: { full_name: "no slash" } }, "repository.full_name"],
  ] as const) {
    const read = () => readIssueEvent({ ...event, ...change });
    expect(read).toThrow(expect.objectContaining({ code: "invalid", issues: [expect.objectContaining({ path })] }));
  }
});
