import { describe, expect, it } from "vitest";
import { isSettled, standingVerdict } from "./standing";

const at = new Date("2025-10-02T12:00:00Z");
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);

describe("what a stored verdict is worth later", () => {
  it("never shows a go that is older than any scorecard it can rest on", () => {
    expect(standingVerdict({ verdict: "approve", at: hoursAgo(24) }, "approval", 24, at)).toBe("approve");
    const older = new Date(hoursAgo(24).getTime() - 1);
    expect(standingVerdict({ verdict: "approve", at: older }, "approval", 24, at)).toBe("unknown");
  });

  it("keeps an old no: time alone mends nothing", () => {
    expect(standingVerdict({ verdict: "reject", at: hoursAgo(900) }, "approval", 24, at)).toBe("reject");
    expect(standingVerdict({ verdict: "waiver_required", at: hoursAgo(900) }, "staging", 24, at)).toBe(
      "waiver_required",
    );
  });

  it("keeps the go that a shipped release went by, as a matter of record", () => {
    expect(standingVerdict({ verdict: "approve", at: hoursAgo(900) }, "archived", 24, at)).toBe("approve");
    expect(isSettled("production")).toBe(true);
    expect(isSettled("approval")).toBe(false);
  });

  it("is unknown where nothing was ever decided", () => {
    expect(standingVerdict(null, "archived", 24, at)).toBe("unknown");
  });
});
