import { expect, it } from "vitest";
import { ServerClock } from "./server-clock";

it("the server's clock goes on while nothing is heard, and a late word does not set it back", () => {
  let elapsedMs = 1_000;
  const clock = new ServerClock(() => elapsedMs);
  clock.hear("2026-03-01T12:00:00.000Z");
  elapsedMs += 5_000;
  expect(clock.now().toISOString()).toBe("2026-03-01T12:00:05.000Z");
  clock.hear("2026-03-01T12:00:04.000Z");
  expect(clock.now().toISOString()).toBe("2026-03-01T12:00:05.000Z");
  clock.hear("2026-03-01T12:00:06.000Z");
  expect(clock.now().toISOString()).toBe("2026-03-01T12:00:06.000Z");
});
