import { because, type Data, text, type Words } from "./sentence-words";

/** What was changed of an item, without the ids that say the same as a name. */
function changed(after: unknown): string {
  const { owner, dueAt, priority, title, detail, links, service, trackerUrl, state } = Object(after);
  const parts = [
    title === undefined ? "" : `the title to “${text(title)}”`,
    owner === undefined ? "" : `the owner to ${text(owner)}`,
    dueAt === undefined ? "" : `the due time to ${text(dueAt)}`,
    priority === undefined ? "" : `the priority to ${text(priority)}`,
    detail === undefined ? "" : "the detail",
    links === undefined ? "" : "the links",
    service === undefined ? "" : "the service",
    trackerUrl === undefined ? "" : "the tracker",
    state === undefined ? "" : `the state to ${text(state)}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function issueFollowed({ issue, link, to, after, pushed, sender }: Data): string {
  const name = text(issue);
  if (link === "gone") return `found ${name} gone`;
  if (link === "moved") return `followed ${name} to ${text(to)}`;
  const taken = changed(after);
  const told = changed(pushed);
  const parts = [
    link === "opened" ? `opened ${name}` : "",
    taken ? `took over from ${name}${text(sender) ? ` (${text(sender)})` : ""}: ${taken}` : "",
    told ? `told ${name}: ${told}` : "",
  ].filter(Boolean);
  return parts.join("; ") || `heard of ${name}`;
}

/** Sentences of the commands for action items. */
export const ITEM_SENTENCES: Record<string, Words> = {
  "action-item.open": ({ title }) => `opened the action item${because(title)}`,
  "action-item.close": ({ state, note }) => `closed the action item as ${text(state)}${because(note)}`,
  "action-item.reopen": ({ reason }) => `opened the action item again${because(reason)}`,
  "action-item.change": ({ after }) => `changed ${changed(after) || "the action item"}`,
  "action-item.change-many": ({ items, after }) =>
    `changed ${Array.isArray(items) ? items.length : 0} action items together: ${changed(after)}`,
  "action-item.import": ({ opened, changed: edited }) =>
    `imported action items: ${count(opened)} opened, ${count(edited)} changed`,
  "action-item.open-issue": ({ repository }) => `asked for an issue in ${text(repository)}`,
  "action-item.link-issue": ({ issue }) => `linked the action item with ${text(issue)}`,
  "action-item.unlink-issue": ({ issue }) => `unlinked the action item from ${text(issue)}`,
  "action-item.retry-issue": ({ issue }) => `asked for ${text(issue)} to be told again`,
  "action-item.receive-issue": issueFollowed,
  "action-item.settle-issue": issueFollowed,
};

const count = (entries: unknown): number => (Array.isArray(entries) ? entries.length : 0);
