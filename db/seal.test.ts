import { describe, expect, it } from "vitest";
import "@/lib/testing/integration-records";
import { seal, unseal } from "./seal";

const place = { tenantId: "t1", recordId: "r1", field: "webhook-secret" };

describe("a sealed secret", () => {
  it("opens where it was sealed, and shows nothing of itself", () => {
    const sealed = seal("hunter2-hunter2", place);
    expect(unseal(sealed, place)).toBe("hunter2-hunter2");
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\./);
    expect(sealed).not.toContain("hunter2");
    expect(Buffer.from(sealed.split(".")[4] ?? "", "base64url").toString()).not.toContain("hunter2");
  });

  it("is another text each time", () => {
    expect(seal("same", place)).not.toBe(seal("same", place));
  });

  it.each([
    { ...place, tenantId: "t2" },
    { ...place, recordId: "r2" },
    { ...place, field: "private-key" },
    { ...place, tenantId: 't1","r1', recordId: "" },
  ])("does not open at another place: %j", (other) => {
    expect(() => unseal(seal("secret text", place), other)).toThrow("does not belong");
  });

  it("does not open when any character of it was changed, and the error says nothing of it", () => {
    const sealed = seal("secret text", place);
    for (let index = 0; index < sealed.length; index += 1) {
      const other = sealed[index] === "A" ? "B" : "A";
      const changed = `${sealed.slice(0, index)}${other}${sealed.slice(index + 1)}`;
      let opened = "refused";
      try {
        opened = unseal(changed, place);
      } catch (error) {
        expect(error).toMatchObject({ code: "unavailable" });
        expect(String(error)).not.toContain("secret text");
      }
      // The last character of a base64url group may carry bits that mean nothing.
      expect(["refused", "secret text"]).toContain(opened);
    }
  });

  it.each(["", "v1", "v2.00000000.a.b.c", "plain text", "v1.deadbeef.AAAA.AAAA.AAAA"])("%j is none", (text) => {
    expect(() => unseal(text, place)).toThrow();
  });
});
