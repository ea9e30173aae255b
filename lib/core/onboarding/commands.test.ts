import { expect, it } from "vitest";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { askCommand, connectCommand, runCommand } from "./commands";

const PLACE = { server: "https://readiness.example", service: "shop", environment: "staging" };

it("the token is in the one command that keeps it, so that the other two can be shown to anybody", () => {
  const token = "rdy_any_0123";
  expect(connectCommand(PLACE, token)).toContain(token);
  expect(connectCommand(PLACE, null)).toContain("READINESS_TOKEN=rdy_…");
  for (const command of [runCommand(PLACE), askCommand(PLACE)]) expect(command).not.toContain("rdy_");
});

it("the run that is sent is a scorecard in which the five suites passed", () => {
  const body = /<<END\n(.*)\nEND$/s.exec(runCommand(PLACE))?.[1] ?? "";
  const { document } = JSON.parse(
    body.replace("$COMMIT", "abcdef0").replace(/\$\(date [^)]*\)/, "2026-03-01T12:00:00Z"),
  );
  const { overallPassed, suites } = parseScorecard(document);
  expect(overallPassed).toBe(true);
  expect(suites.map(({ name }) => name)).toEqual(["unit", "integration", "end-to-end", "performance", "security"]);
});
