import { describe, expect, it } from "vitest";
import { readZoneChoice, zoneCookie, zoneOf } from "./zone-choice";

const keptIn = (cookie: string) => cookie.split(";")[0]?.split("=")[1];

describe("the zone that times are shown in", () => {
  it.each([
    { isUtc: false, local: "America/Argentina/Buenos_Aires" },
    { isUtc: true, local: "Europe/Berlin" },
  ])("is kept with the reader's own zone, to switch back to: %o", (choice) => {
    expect(readZoneChoice(keptIn(zoneCookie(choice)))).toEqual(choice);
  });

  it("is UTC where the reader asked for that, else the browser's", () => {
    expect(zoneOf({ isUtc: true, local: "Asia/Tokyo" })).toBe("UTC");
    expect(zoneOf({ isUtc: false, local: "Asia/Tokyo" })).toBe("Asia/Tokyo");
  });

  it.each([undefined, "", "local", "local:", "local:Mars/Olympus", "somewhere:UTC", "%E0%A4%A"])(
    "is not taken from a cookie that says %s",
    (text) => {
      expect(readZoneChoice(text)).toBeNull();
    },
  );
});
