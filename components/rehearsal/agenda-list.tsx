import type { ReactNode } from "react";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { AgendaItem, DueItem, SessionItem } from "@/lib/registry/rehearsal/agenda";
import { cadenceText } from "./cadence-text";
import { FreshnessIndicator } from "./freshness-indicator";
import { timeText } from "./time-text";

type AgendaListProps = {
  items: readonly AgendaItem[];
  now: string;
  /** What the reader can do about an item. */
  actionsOf: (item: AgendaItem) => ReactNode;
};

/** Due dates and sessions of one day, or of what is overdue. */
export function AgendaList({ items, now, actionsOf }: AgendaListProps) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            {item.kind === "due" ? <Due item={item} now={now} /> : <Session item={item} />}
          </div>
          <div data-no-print="" className="flex flex-wrap gap-2">
            {actionsOf(item)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Due({ item, now }: { item: DueItem; now: string }) {
  const { service, environment, indicator, programme, session, reason, latestId } = item;
  const isDated = indicator.word !== "failed" && indicator.word !== "never" && indicator.word !== "error";
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">
          {service} in {environment}
        </span>
        <FreshnessIndicator indicator={indicator} now={now} size="sm" />
      </p>
      <p className="text-muted text-sm">
        {isDated ? ruleText(item) : `${reason}${programme ? `; ${ruleText(item)}` : ""}`}
        {latestId && (
          <>
            {" · "}
            <TextLink href={`/rehearsals/${latestId}`}>latest rehearsal</TextLink>
          </>
        )}
        {session && ` · planned for ${timeText(session)}`}
      </p>
    </>
  );
}

function ruleText({ programme, due }: DueItem): string {
  const rule = programme ? cadenceText(programme.cadence) : "by the policy's age limit";
  const cut = programme && due?.basis === "policy" ? ", sooner by the policy's age limit" : "";
  return `${rule}${cut}${programme?.leadName ? `, led by ${programme.leadName}` : ""}`;
}

function Session({ item }: { item: SessionItem }) {
  const { service, environment, leadName, note, state } = item;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">
          Session: {service} in {environment}
        </span>
        {state === "missed" && <Status tone="no-go" label="Missed" size="sm" />}
      </p>
      <p className="text-muted text-sm">
        {timeText(item)}
        {leadName && ` · led by ${leadName}`}
        {note && ` · ${note}`}
      </p>
    </>
  );
}
