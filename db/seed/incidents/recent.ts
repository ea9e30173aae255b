import type { IncidentPlan } from "./plan";
import * as postmortems from "./postmortems";

/** Minutes before now at which each was declared. */
export type RecentIncident = IncidentPlan & { minutesAgo: number };

/** Resolved a day ago: its postmortem is being written. */
export const YESTERDAY: RecentIncident = {
  ...{ minutesAgo: 22 * 60, service: "coverage-planner", severity: "sev3", startedBefore: 20 },
  title: "Plans for islands ignore the ferry",
  impact: "Plans for three islands could not be carried out; planners corrected them by hand.",
  declaredBy: "lukas",
  steps: [
    { after: 5, by: "lukas", do: "acknowledge" },
    { after: 1, by: "lukas", do: "take", role: "commander" },
    { after: 16, by: "sofia", do: "note", text: "The timetable of the ferry was empty from the change of season on." },
    { after: 20, by: "lukas", do: "mitigating", note: "Loading the timetable of the season." },
    { after: 12, by: "lukas", do: "mitigated" },
    { after: 31, by: "lukas", do: "resolve", note: "The three plans were computed again." },
  ],
  postmortem: postmortems.FERRY,
};

/** Open now. */
export const OPEN: RecentIncident = {
  ...{ minutesAgo: 31, service: "scheduler", affected: ["eval-suite"], severity: "sev2", startedBefore: 7 },
  title: "Queue grows and jobs start late",
  impact: "Jobs start up to eleven minutes late; nothing is lost.",
  alert: { key: "scheduler/queue-depth", firedBefore: 3 },
  declaredBy: "priya",
  steps: [
    { after: 2, by: "priya", do: "acknowledge" },
    { after: 1, by: "rafael", do: "acknowledge" },
    { after: 1, by: "rafael", do: "take", role: "commander" },
    { after: 1, by: "priya", do: "take", role: "operations" },
    {
      ...{ after: 3, by: "priya", do: "note", pinned: true },
      text: "Workers wait for the database: 100 of 100 connections are in use.",
      evidenceUrl: "https://dashboards.meridian.example/d/scheduler-pool",
    },
    { after: 4, by: "rafael", do: "update", text: "Jobs start late. We look at the scheduler's connections." },
    { after: 5, by: "priya", do: "mitigating", note: "Restarting the workers one by one." },
    { after: 4, by: "priya", do: "note", text: "Three of eight workers are back; the queue has stopped growing." },
  ],
};

/** What somebody else declared of the same trouble; merged into it. */
export const DUPLICATE: RecentIncident = {
  ...{ minutesAgo: 27, service: "eval-suite", severity: "sev3", startedBefore: 4 },
  title: "Evaluation runs do not start",
  impact: "",
  declaredBy: "elif",
  steps: [{ after: 1, by: "priya", do: "acknowledge" }],
};
