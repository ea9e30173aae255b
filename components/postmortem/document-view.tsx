import { EDITED_FIELDS } from "@/lib/core/incident/postmortem/edited-fields";
import { fieldName } from "@/lib/core/incident/postmortem/fields";
import type { FollowUp, PostmortemContent, TimelineLine } from "@/lib/core/incident/postmortem/model";
import { offsetText } from "@/lib/core/incident/postmortem/offset";
import type { Value } from "./field-draft";

/** The document to read. */
export function DocumentView({ content }: { content: PostmortemContent }) {
  return (
    <div className="max-w-prose">
      {EDITED_FIELDS.map((field) => (
        <section key={field} aria-label={fieldName(field)} className="border-b py-4 first:pt-0 last:border-b-0">
          <h3 className="mb-1 font-semibold">{fieldName(field)}</h3>
          <ValueView value={content[field]} />
        </section>
      ))}
    </div>
  );
}

function ValueView({ value }: { value: Value }) {
  if (value.length === 0) return <p className="text-muted">Nothing was written.</p>;
  if (typeof value === "string") return <p className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</p>;
  const items = value.map((item, index) => ({ item, number: index + 1 }));
  return (
    <ul className="grid gap-1">
      {items.map(({ item, number }) => (
        <li key={number} className="whitespace-pre-line [overflow-wrap:anywhere]">
          <ItemView item={item} />
        </li>
      ))}
    </ul>
  );
}

function ItemView({ item }: { item: string | TimelineLine | FollowUp }) {
  if (typeof item === "string") return <>· {item}</>;
  if ("id" in item) return <FollowUpView {...item} />;
  return (
    <span className="flex gap-3">
      <span className="w-12 shrink-0 text-muted tabular-nums">
        {item.offsetMinutes === null ? "" : offsetText(item.offsetMinutes)}
      </span>
      <span>{item.text}</span>
    </span>
  );
}

function FollowUpView({ action, owner, dueOn, isDone }: FollowUp) {
  return (
    <>
      {isDone ? "☑" : "☐"} <span className="sr-only">{isDone ? "done: " : "to do: "}</span>
      {action}{" "}
      <span className="text-muted">
        {owner || "nobody"}, {dueOn ?? "no due date"}
      </span>
    </>
  );
}
