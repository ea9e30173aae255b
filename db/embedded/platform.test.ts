import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { nativeFolder } from "./platform";
import { makeLibraryLinks, missingLinks } from "./symlinks";

const home = temporaryHome();
const native = path.join(home.folder, "native");

beforeAll(() => {
  mkdirSync(path.join(native, "lib"), { recursive: true });
  copyFileSync(path.join(nativeFolder(), "pg-symlinks.json"), path.join(native, "pg-symlinks.json"));
  for (const { source } of missingLinks(native)) writeFileSync(path.join(native, "..", source), "");
});
afterAll(() => home.remove());

test("library links that npm did not make are made, and made again when they go missing", () => {
  expect(missingLinks(native).length).toBeGreaterThan(0);
  makeLibraryLinks(native);
  expect(missingLinks(native)).toEqual([]);
  const link = path.join(native, "lib", "libpq.so.5");
  rmSync(link);
  makeLibraryLinks(native);
  expect(existsSync(link)).toBe(true);
});

test("a platform without an embedded PostgreSQL is told to set DATABASE_URL", () => {
  expect(() => nativeFolder("sunos", "sparc")).toThrow(/DATABASE_URL/);
});
