import { describe, expect, it } from "vitest";
import { hearToasts, type Toast, toast, whenAsked } from "./toast";

describe("a confirmation", () => {
  it("that is said before anybody hears is asked for, kept and then heard once, in order", () => {
    let asked = 0;
    const forget = whenAsked(() => {
      asked += 1;
    });
    toast.success("saved");
    toast.error("refused");
    expect(asked).toBe(2);
    const heard: Toast[] = [];
    const deafen = hearToasts((each) => heard.push(each));
    toast.warning("late");
    expect(heard.map(({ text }) => text)).toEqual(["saved", "refused", "late"]);
    deafen();
    const again: Toast[] = [];
    hearToasts((each) => again.push(each))();
    expect(again).toEqual([]);
    forget();
  });
});
