import { isValidElement, type ReactNode, Suspense } from "react";
import { describe, expect, it } from "vitest";
import { HoldPage } from "./hold-page";
import { Streamed } from "./streamed";

describe("a section of a page", () => {
  it("comes with the page, without a skeleton, when it is there in time", async () => {
    const shown = await Streamed({ section: Promise.resolve("rows"), fallback: "skeleton" });
    expect(within(shown)).toBe("rows");
    expect(isValidElement(shown.props.fallback) && shown.props.fallback.type).toBe(HoldPage);
  });

  it("follows the page, which shows a skeleton meanwhile, when it takes longer", async () => {
    let arrive: (node: string) => void = () => {};
    const section = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    const shown = await Streamed({ section, fallback: "skeleton" });
    expect(within(shown)).toBe(section);
    expect(shown.props.fallback).toBe("skeleton");
    arrive("rows");
    expect(await section).toBe("rows");
  });

  it("that fails takes the page with it, whose error page says so", async () => {
    await expect(Streamed({ section: Promise.reject(new Error("gone")), fallback: null })).rejects.toThrow("gone");
  });
});

/** What stands in the boundary, which is there either way: otherwise a refresh would throw away what was typed within. */
function within(shown: ReactNode): unknown {
  if (!isValidElement<{ children: unknown }>(shown)) throw new Error("no element");
  expect(shown.type).toBe(Suspense);
  return shown.props.children;
}
