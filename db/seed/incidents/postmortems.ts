import type { PostmortemPlan } from "./postmortem-plan";

export const LEASE: PostmortemPlan = {
  ...{ author: "lukas", reviewer: "rafael", startedAfter: 3, publishedAfter: 26, completedAfter: 49 },
  rootCause: [
    "A restarted scheduler took the lease of its predecessor before that one had given it back.",
    "The lease is kept by time alone; the two machines' clocks were nine seconds apart.",
  ],
  mitigations: ["The second scheduler was stopped by hand."],
  wentWell: ["Jobs are written so that a second run changes nothing."],
  wentBadly: ["Nobody is told when two schedulers run."],
  gotLucky: ["It happened on a night without exports."],
  followUps: [
    { action: "Fence the lease with a number that only grows", owner: "platform", dueAfter: 28, doneAfter: 19 },
    { action: "Alert when two schedulers hold a lease", owner: "platform", dueAfter: 21, doneAfter: 12 },
  ],
};

export const CERTIFICATE_DATES: PostmortemPlan = {
  ...{ author: "rafael", reviewer: "priya", startedAfter: 5, publishedAfter: 44, completedAfter: 76 },
  rootCause: [
    "The date was read before the tenant's zone was known.",
    "No test ran in a zone west of UTC.",
    "The canary served only tenants in Europe.",
  ],
  mitigations: ["Issuing was paused.", "All 412 certificates were issued again."],
  wentWell: ["The release's manifest named the change within minutes."],
  wentBadly: ["The alert on dates was switched off since a migration in spring."],
  gotLucky: ["No client had built on the wrong dates yet."],
  followUps: [
    { action: "Run the certificate tests in three zones", owner: "assurance", dueAfter: 30, doneAfter: 9 },
    { action: "Switch the alert on dates on again", owner: "assurance", dueAfter: 7, doneAfter: 11 },
  ],
};

export const EMPTY_PLANS: PostmortemPlan = {
  ...{ author: "rafael", reviewer: "lukas", startedAfter: 4, publishedAfter: 31, completedAfter: 66 },
  rootCause: [
    "The solver's time limit moved to another key, and the old key was ignored without a word.",
    "A missing limit was read as zero instead of being refused.",
    "The integration tests bring a configuration of their own.",
  ],
  mitigations: ["The limit was written under both keys.", "Plans of the day before stayed in force meanwhile."],
  wentWell: ["Command was handed over within fifteen minutes.", "Planners could work on with yesterday's plans."],
  wentBadly: ["The first update went out after ten minutes, two later than promised."],
  gotLucky: ["It happened before the plans of the week were due."],
  followUps: [
    { action: "Refuse a configuration with unknown or missing keys", owner: "knowledge", dueAfter: 15, doneAfter: 13 },
    {
      action: "Run the integration tests with production's configuration",
      owner: "knowledge",
      dueAfter: 15,
      doneAfter: 24,
    },
    { action: "Rehearse the loss of the solver", owner: "elif@meridian.example", dueAfter: 45, doneAfter: 40 },
  ],
};

export const POOL: PostmortemPlan = {
  ...{ author: "rafael", reviewer: "priya", startedAfter: 2, publishedAfter: 22, completedAfter: 45 },
  rootCause: [
    "The pool was sized for one replica; there are six.",
    "The performance suite runs with one replica, so it could not see it.",
  ],
  mitigations: ["The release was rolled back within 14 minutes, by the runbook."],
  wentWell: ["The runbook was right, and its rehearsal was eleven days old."],
  wentBadly: ["The alert came eight minutes after the first timeouts."],
  gotLucky: [],
  followUps: [
    { action: "Run the performance suite with six replicas", owner: "platform", dueAfter: 30, doneAfter: 21 },
    { action: "Alert on waiting for a connection, not on timeouts", owner: "platform", dueAfter: 30, doneAfter: 27 },
  ],
};

export const LOOKUP_TABLE: PostmortemPlan = {
  ...{ author: "lukas", reviewer: "rafael", startedAfter: 6, publishedAfter: 40, completedAfter: 69 },
  rootCause: [
    "The nightly load ended early and was taken for complete: a short table is a valid table.",
    "The load's own count of rows was written to its log only.",
  ],
  mitigations: ["The table of the day before was loaded.", "The deferred records were mapped afterwards."],
  wentWell: ["Deferring lost nothing.", "Clients heard of it within half an hour."],
  wentBadly: ["The severity was raised late: nobody looked at the API's answers at first."],
  gotLucky: ["The table of the day before was still there, though nothing keeps it."],
  followUps: [
    { action: "Refuse a table that shrinks by more than a tenth", owner: "knowledge", dueAfter: 15, doneAfter: 14 },
    { action: "Keep the tables of the last seven days", owner: "knowledge", dueAfter: 30, doneAfter: 29 },
    {
      action: "Show the share of incomplete answers on the API's dashboard",
      owner: "platform",
      dueAfter: 40,
      doneAfter: null,
    },
  ],
};

export const JUDGE_SCORES: PostmortemPlan = {
  ...{ author: "priya", reviewer: "elif", startedAfter: 18, publishedAfter: 42, completedAfter: 70 },
  rootCause: ["The field that keeps an answer is shorter than the answers of the new judge."],
  mitigations: ["The field was widened and the report made again."],
  wentWell: ["The report says how many judges it rests on."],
  wentBadly: ["The failed writes were counted nowhere."],
  gotLucky: [],
  followUps: [
    { action: "Count failed writes of scores", owner: "assurance", dueAfter: 24, doneAfter: null },
    { action: "Fail the report when a judge is missing", owner: "assurance", dueAfter: 60, doneAfter: null },
  ],
};

export const STUCK_WORKER: PostmortemPlan = {
  ...{ author: "rafael", reviewer: "priya", startedAfter: 4, publishedAfter: 41, completedAfter: null },
  rootCause: [
    "A worker waited without end for an answer of its accelerator.",
    "The health check asks whether the worker runs, not whether it works.",
  ],
  mitigations: ["The worker was replaced."],
  wentWell: ["The queue kept every request."],
  wentBadly: ["The others were busy enough that nobody missed one at first."],
  gotLucky: ["Only one of four was stuck."],
  followUps: [
    { action: "Give up on an accelerator after 20 seconds", owner: "inference", dueAfter: 30, doneAfter: null },
    { action: "Let the health check ask for work done", owner: "inference", dueAfter: 30, doneAfter: null },
  ],
};

export const FERRY: PostmortemPlan = {
  ...{ author: "lukas", reviewer: "rafael", startedAfter: 9, publishedAfter: null, completedAfter: null },
  rootCause: ["The timetable of the old season ended, and that of the new one was not loaded."],
  mitigations: ["The timetable was loaded by hand."],
  wentWell: [],
  wentBadly: ["An empty timetable is taken for a valid one."],
  gotLucky: [],
  followUps: [],
};
