import { expect, it } from "vitest";
import { isCurrent, navItems } from "./nav-items";

const marked = (path: string) => navItems.filter(({ href }) => isCurrent(href, path)).map(({ label }) => label);

it("marks exactly the part of the application that the reader is in", () => {
  expect(marked("/")).toEqual(["Overview"]);
  expect(marked("/releases")).toEqual(["Releases"]);
  expect(marked("/releases/42/manifest")).toEqual(["Releases"]);
  expect(marked("/releases-archive")).toEqual([]);
});
