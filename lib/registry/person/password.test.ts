import { describe, expect, it, vi } from "vitest";

// What is stored for real: the other tests do with a cheaper hash.
const { hashPassword, verifyPassword } = await vi.importActual<typeof import("./password")>("./password");

describe("a stored password", () => {
  it("is opened by that password alone, in any way of writing its letters, and costs what the hash says", async () => {
    const stored = await hashPassword("pässword");
    expect(stored.split("$").slice(0, 4)).toEqual(["scrypt", String(2 ** 15), "8", "1"]);
    expect(await verifyPassword("pässword".normalize("NFD"), stored)).toBe(true);
    expect(await verifyPassword("passwort", stored)).toBe(false);
    expect(stored).not.toBe(await hashPassword("pässword"));
  });

  it.each(["", "plain", "scrypt$32768$8$1$$", "bcrypt$32768$8$1$c2FsdA$a2V5"])(
    "that is none opens for nobody: %j",
    async (stored) => {
      expect(await verifyPassword("plain", stored)).toBe(false);
      expect(await verifyPassword("", stored)).toBe(false);
    },
  );
});
