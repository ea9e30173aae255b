import { expect, it } from "vitest";
import { backPath } from "./back-path";

it.each([
  ["/releases?service=cli", "/releases?service=cli"],
  ["/", "/"],
  [undefined, "/"],
  [["/releases"], "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/..//evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/api/auth/signout", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?back=/sign-in", "/"],
])("signing in or switching tenants leads back into this site only: %j → %s", (back, path) => {
  expect(backPath(back)).toBe(path);
});
