import { z } from "zod";
import type { Role } from "@/lib/core/access";
import { dayText } from "./day-text";

/** A person's completed training. `expiresAt` null: it does not expire. */
export type TrainingRecord = {
  training: string;
  completedAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};
export type TrainingState = "valid" | "expiring" | "expired" | "revoked";
/** How a person stands in one training: `lapse` null where they have it now, else what is wrong. */
export type TrainingStanding = { training: string; lapse: string | null };
/** A role that only counts with a training. */
export type RequiredTraining = { role: Role; training: string };

/** A training's name as it is stored: no spaces around it, single ones within. */
export const trainingName = z
  .string()
  .transform((text) => text.trim().replace(/\s+/g, " "))
  .pipe(z.string().min(1, "name the training").max(200));

/** From so many days before the end on, a record is shown as about to expire. */
export const EXPIRING_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a record is worth at `at`: valid from its completion on until (exclusive) its expiry, unless it is revoked. */
export function trainingState(record: Omit<TrainingRecord, "training">, at: Date): TrainingState {
  if (record.revokedAt !== null) return "revoked";
  if (record.expiresAt === null) return "valid";
  if (at >= record.expiresAt) return "expired";
  return record.expiresAt.getTime() - at.getTime() <= EXPIRING_DAYS * DAY_MS ? "expiring" : "valid";
}

/** Trainings are the same whatever the case and the spaces around their names. */
export function isSameTraining(one: string, other: string): boolean {
  return normal(one) === normal(other);
}
const normal = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** How a person with these records stands in a training at `at`. One valid record is enough, whatever the others say. */
export function standingIn(training: string, records: readonly TrainingRecord[], at: Date): TrainingStanding {
  const own = records.filter((record) => isSameTraining(record.training, training));
  const counts = (record: TrainingRecord) =>
    record.completedAt <= at && ["valid", "expiring"].includes(trainingState(record, at));
  return { training, lapse: own.some(counts) ? null : lapseOf(training, own, at) };
}

function lapseOf(training: string, own: readonly TrainingRecord[], at: Date): string {
  const expired = own
    .filter((record) => trainingState(record, at) === "expired")
    .flatMap(({ expiresAt }) => (expiresAt ? [expiresAt.getTime()] : []));
  if (expired.length > 0) return `training '${training}' expired on ${dayText(new Date(Math.max(...expired)))}`;
  if (own.some(({ revokedAt }) => revokedAt !== null)) return `training '${training}' was revoked`;
  return `training '${training}' is not on record`;
}

/**
 * Why somebody's signature in a role does not count for want of a training, or null where it does. A standing that is
 * not given is a training that the person does not have.
 */
export function trainingLapse(
  role: Role,
  required: readonly RequiredTraining[],
  standings: readonly TrainingStanding[] = [],
): string | null {
  for (const { training } of required.filter((each) => each.role === role)) {
    const standing = standings.find((each) => isSameTraining(each.training, training));
    if (!standing) return `training '${training}' is not on record`;
    if (standing.lapse !== null) return standing.lapse;
  }
  return null;
}
