import type { Checklist } from "@/lib/core/checklist/checklist";
import type { DashboardLink } from "@/lib/core/dashboard/template";

export type SummaryFacts = {
  service: string;
  environment: string;
  version: string;
  commit: string;
  /** As the gate's decision has it; null: no decision is on record. By break-glass it was never approved. */
  decision: { kind: "gate" | "break_glass"; verdict: "approve" | "waiver_required" | "reject" } | null;
  approvals: readonly { name: string; role: string; onBehalfOf: string | null }[];
  /** Waivers that the decision rested on. */
  waivers: readonly { check: string; finding: string | null; expiresAt: string; grantedBy: string }[];
  /** From the creation of the release to its rollout. */
  leadTimeSeconds: number | null;
  rollback: { summary: string; targetVersion: string; owner: string } | null;
  checklist: Checklist;
  dashboards: readonly DashboardLink[];
};
export type Summary = { title: string; verdict: "GO" | "NO-GO" | "WAIVER NEEDED" | null; text: string };

const MOST_LINKS = 5;

/** What the change board is told about a release that has reached its environment: one fact a line. Pure. */
export function releaseSummary(facts: SummaryFacts): Summary {
  const { service, environment, version, commit, decision, leadTimeSeconds } = facts;
  const glass = decision?.kind === "break_glass";
  const lines = [
    `${service} ${version} (commit ${commit.slice(0, 12)}) was rolled out to ${environment}.`,
    glass ? "It went past the gate by break-glass: it was not approved." : `Gate: ${gateWords(decision)}.`,
    approvalsLine(facts),
    waiversLine(facts),
    ...(leadTimeSeconds === null ? [] : [`Lead time: ${spanWords(leadTimeSeconds)}.`]),
    rollbackLine(facts),
    checklistLine(facts),
    ...facts.dashboards.slice(0, MOST_LINKS).map(({ label, url }) => `${label}: ${url}`),
  ];
  const verdict = decision && !glass ? VERDICTS[decision.verdict] : null;
  return { title: `Released: ${service} ${version} to ${environment}`, verdict, text: lines.join("\n") };
}

const VERDICTS = { approve: "GO", waiver_required: "WAIVER NEEDED", reject: "NO-GO" } as const;

function gateWords(decision: SummaryFacts["decision"]): string {
  if (!decision) return "no decision is on record";
  return { approve: "approved", waiver_required: "a waiver was needed", reject: "rejected" }[decision.verdict];
}

function approvalsLine({ approvals }: SummaryFacts): string {
  if (approvals.length === 0) return "Approved by: nobody.";
  const people = approvals.map(({ name, role, onBehalfOf }) =>
    onBehalfOf ? `${name} (${role}, on behalf of ${onBehalfOf})` : `${name} (${role})`,
  );
  return `Approved by: ${people.join(", ")}.`;
}

function waiversLine({ waivers }: SummaryFacts): string {
  if (waivers.length === 0) return "Waivers: none.";
  const each = waivers.map(({ check, finding, expiresAt, grantedBy }) => {
    const what = finding ? `${check} (${finding})` : check;
    return `${what} by ${grantedBy} until ${expiresAt.slice(0, 10)}`;
  });
  return `Waivers: ${each.join("; ")}.`;
}

function rollbackLine({ rollback }: SummaryFacts): string {
  if (!rollback) return "Rollback plan: none.";
  const { summary, targetVersion, owner } = rollback;
  return `Rollback plan: ${summary} (to ${targetVersion}, ${owner}).`;
}

function checklistLine({ checklist }: SummaryFacts): string {
  // That the board is told is what this very summary does.
  const open = checklist.items.filter(({ id, state }) => state === "open" && id !== "notified");
  if (open.length === 0) return "Checklist: complete.";
  return `Checklist: ${open.length} open: ${open.map(({ title }) => title).join("; ")}.`;
}

/** Days, hours and minutes in words; the two largest that are not zero. */
function spanWords(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const parts = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor(minutes / 60) % 24, "hour"],
    [minutes % 60, "minute"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  if (told.length === 0) return "less than a minute";
  return told.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
}
