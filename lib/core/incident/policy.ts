import { z } from "zod";
import { ROLES, type Role } from "../access";
import { SEVERITIES, type Severity } from "./model";

const hours = (most: number) => z.number().min(1, "must be at least 1").max(most, `must be at most ${most}`);
const days = z.int().min(1, "must be at least 1").max(365, "must be at most 365");
const minutes = z.int().min(5, "must be at least 5").max(1440, "must be at most 1440");
const bySeverity = <T extends z.ZodType>(each: T) => z.strictObject({ sev1: each, sev2: each, sev3: each });

/** What a tenant decides about its incidents. A left out part is an error: nothing is loosened by forgetting it. */
export const incidentPolicySchema = z
  .strictObject({
    postmortem: z.strictObject({
      /** Incidents of these severities are closed only after a completed postmortem. */
      requiredFor: z.array(z.enum(SEVERITIES)),
      /** Both counted from resolution. */
      publishWithinHours: hours(24 * 90),
      completeWithinHours: hours(24 * 90),
      /** How long before a deadline somebody is reminded. */
      remindBeforeHours: z.array(hours(24 * 30)).max(5),
    }),
    actionItems: z.strictObject({
      dueWithinDays: bySeverity(days),
      remindBeforeDays: z.array(days).max(5),
      remindOverdueEveryDays: days,
    }),
    /** How often an open incident owes its readers an update. */
    updateEveryMinutes: bySeverity(minutes),
    /** Who is told when an incident is declared. */
    notify: bySeverity(z.array(z.enum(ROLES))),
    /** An incident without a linked release is put down to the last rollout of its service within this time, else to none. */
    attributionWindowHours: hours(24 * 30),
  })
  .refine(({ postmortem }) => postmortem.publishWithinHours <= postmortem.completeWithinHours, {
    path: ["postmortem", "completeWithinHours"],
    message: "must not be less than publishWithinHours",
  });
export type IncidentPolicy = z.output<typeof incidentPolicySchema>;

const responders: Role[] = ["sre-on-call", "incident-commander"];

/** The deadlines of the playbook; due days of `domain.md`. */
export const DEFAULT_INCIDENT_POLICY: IncidentPolicy = {
  postmortem: {
    requiredFor: [...SEVERITIES] satisfies Severity[],
    publishWithinHours: 48,
    completeWithinHours: 72,
    remindBeforeHours: [24, 4],
  },
  actionItems: { dueWithinDays: { sev1: 15, sev2: 30, sev3: 30 }, remindBeforeDays: [7, 1], remindOverdueEveryDays: 7 },
  updateEveryMinutes: { sev1: 30, sev2: 60, sev3: 240 },
  notify: { sev1: [...responders, "product-owner", "change-board"], sev2: responders, sev3: ["sre-on-call"] },
  attributionWindowHours: 24,
};
