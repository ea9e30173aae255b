import { describe, expect, it } from "vitest";
import { plainLog } from "./plain-log";

describe("a log as a page shows it", () => {
  it("has neither the colours nor the links of a terminal", () => {
    expect(plainLog("\u001b[31mexpected\u001b[39m 1, \u001b[1;32mgot\u001b[0m 2")).toBe("expected 1, got 2");
    expect(plainLog("see \u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007")).toBe("see here");
  });

  it("keeps lines and tabs, whatever system wrote them", () => {
    expect(plainLog("one\r\ntwo\rthree\n\tfour")).toBe("one\ntwo\nthree\n\tfour");
  });

  it("cannot show its text in another order than it has", () => {
    expect(plainLog("user\u202Enimda\u2066 \u0000\u0007ok")).toBe("usernimda ok");
  });

  it("leaves ordinary text of any script alone", () => {
    const text = "Größe ≥ 1 [31m] 日本語 🚀 עברית";
    expect(plainLog(text)).toBe(text);
  });
});
