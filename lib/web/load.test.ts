import { afterEach, describe, expect, it, vi } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { load } from "./load";

const unhandled = vi.fn();
afterEach(() => void process.off("unhandledRejection", unhandled));

describe("what a page reads", () => {
  it("is there, or why not", async () => {
    expect(await load(Promise.resolve(3))).toEqual({ ok: true, data: 3 });
    const refused = await load(Promise.reject(new DomainError("forbidden", "Ask an admin.")));
    expect(refused).toMatchObject({ ok: false, failure: { code: "forbidden", message: "Ask an admin." } });
  });

  it("can be begun and awaited later, even when it is not there", async () => {
    process.on("unhandledRejection", unhandled);
    const begun = load(Promise.reject(new DomainError("not_found", "There is none.")));
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
    await expect(begun).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  });
});
