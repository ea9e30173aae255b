import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { guardProcess } from "./guard";

function guarded() {
  const exits: unknown[] = [];
  const streams = { stdout: new EventEmitter(), stderr: Object.assign(new EventEmitter(), { write: () => true }) };
  const target = Object.assign(new EventEmitter(), streams, {
    exitCode: undefined as number | undefined,
    exit: (code: unknown) => exits.push(code),
  });
  guardProcess(target as unknown as NodeJS.Process);
  return { target, exits };
}

it("a process that ends before a command said how has failed", () => {
  expect(guarded().target.exitCode).toBe(4);
});

it.each(["uncaughtException", "unhandledRejection"])("%s is a failure", (event) => {
  const { target, exits } = guarded();
  target.exitCode = 0;
  target.emit(event, new Error("boom"));
  expect(exits).toEqual([4]);
});

it.each([
  [0, 4],
  [1, 1],
  [2, 2],
])("when nobody reads the answer, %i becomes %i", (code, exit) => {
  const { target, exits } = guarded();
  target.exitCode = code;
  target.stdout.emit("error", new Error("EPIPE"));
  expect(exits).toEqual([exit]);
});
