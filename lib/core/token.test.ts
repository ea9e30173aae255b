import fc from "fast-check";
import { expect, it } from "vitest";
import { composeToken, readToken, tokenHash } from "./token";

const id = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const token = composeToken({ environment: "production", id, secret: "A".repeat(43) });

it("reads back what it composed", () => {
  expect(readToken(token)).toEqual({ id, environment: "production" });
});

it("notices any one mistyped character before a look-up", () => {
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(..."abcXYZ019_-"), (place, character) => {
      fc.pre(token.charAt(place) !== character);
      expect(readToken(token.slice(0, place) + character + token.slice(place + 1))).toBeNull();
    }),
  );
});

it.each(["", "rdy_", token.slice(0, -1), `${token} `, token.toUpperCase()])("refuses %j", (text) => {
  expect(readToken(text)).toBeNull();
});

it("stores a hash from which the token cannot be read", () => {
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(tokenHash(token)).not.toContain("A".repeat(8));
});
