import { expect, it } from "vitest";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { openDatabase } from "@/lib/testing/registry";
import { loggable } from "./loggable";

openDatabase();

it("an error of the database is logged without the values that it was given", async () => {
  const row = { id: "not-a-uuid", email: "a@example.com", name: "A", passwordHash: "hash-of-a-secret" };
  const error = await transaction({}, (tx) => tx.insert(person).values({ ...row, createdAt: new Date() })).catch(
    (thrown: unknown) => thrown,
  );
  expect(String(error)).toContain("hash-of-a-secret");
  const logged = loggable(error);
  expect(JSON.stringify(logged)).not.toContain("hash-of-a-secret");
  expect(logged).toMatchObject({ code: "22P02", message: expect.stringContaining("uuid") });
});

it("trouble that is told in a plain object is logged with its message, and without values too", () => {
  expect(loggable({ message: "connect ECONNREFUSED", code: "ECONNREFUSED", queue: "q" })).toEqual({
    type: "object",
    message: "connect ECONNREFUSED",
    code: "ECONNREFUSED",
  });
  expect(loggable({ message: "failed: params: secret", params: ["secret"] })).toEqual({ type: "object" });
});
