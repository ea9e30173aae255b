import { describe, expect, it } from "vitest";
import {
  isSameTraining,
  standingIn,
  type TrainingRecord,
  trainingLapse,
  trainingName,
  trainingState,
} from "./training";

const END = new Date("2026-10-03T00:00:00Z");
const ms = (count: number) => new Date(END.getTime() + count);
const DAY = 86_400_000;
const record = (differences: Partial<TrainingRecord> = {}): TrainingRecord => ({
  training: "Production change",
  completedAt: new Date("2025-10-03T00:00:00Z"),
  expiresAt: END,
  revokedAt: null,
  ...differences,
});

describe("trainingState", () => {
  it.each([
    ["more than 30 days before the end", ms(-30 * DAY - 1), "valid"],
    ["30 days before the end", ms(-30 * DAY), "expiring"],
    ["the millisecond before the end", ms(-1), "expiring"],
    ["the end itself", END, "expired"],
  ])("%s", (_, at, state) => {
    expect(trainingState(record(), at)).toBe(state);
    expect(trainingState(record({ revokedAt: END }), at)).toBe("revoked");
    expect(trainingState(record({ expiresAt: null }), at)).toBe("valid");
  });
});

describe("standingIn", () => {
  const lapseAt = (at: Date, ...records: TrainingRecord[]) => standingIn("production  CHANGE", records, at).lapse;
  it("is had until the end, whatever case and spaces its name is written in", () => {
    expect(lapseAt(ms(-1), record())).toBeNull();
    expect(lapseAt(END, record())).toBe("training 'production  CHANGE' expired on 3 Oct 2026");
  });

  it("is not had before it is completed, nor where it was revoked or never recorded", () => {
    expect(lapseAt(ms(0), record({ completedAt: ms(1), expiresAt: null }))).toContain("is not on record");
    expect(lapseAt(ms(-1), record({ revokedAt: ms(-2) }))).toContain("was revoked");
    expect(lapseAt(ms(-1), record({ training: "First aid" }))).toContain("is not on record");
  });

  it("one valid record is enough, and the latest end is named where none is", () => {
    const older = record({ expiresAt: ms(-5 * DAY) });
    expect(lapseAt(ms(-1), older, record(), record({ revokedAt: ms(-9) }))).toBeNull();
    expect(lapseAt(END, older, record())).toContain("3 Oct 2026");
  });
});

describe("trainingLapse", () => {
  const required = [{ role: "change-board", training: "Production change" }] as const;
  it("asks for nothing where the role asks for nothing", () => {
    expect(trainingLapse("sre-on-call", required)).toBeNull();
    expect(trainingLapse("change-board", [])).toBeNull();
  });

  it("takes what is not told for what is not had", () => {
    expect(trainingLapse("change-board", required)).toBe("training 'Production change' is not on record");
    expect(trainingLapse("change-board", required, [{ training: "First aid", lapse: null }])).not.toBeNull();
    expect(trainingLapse("change-board", required, [{ training: "production change", lapse: null }])).toBeNull();
  });
});

it("a training's name is kept without spaces around it and with single ones within", () => {
  expect(trainingName.parse("  Production \t change ")).toBe("Production change");
  expect(trainingName.safeParse("   ").success).toBe(false);
  expect(isSameTraining(" production change", "Production  Change")).toBe(true);
});
