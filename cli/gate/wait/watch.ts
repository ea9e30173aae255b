import type { CliError } from "../../exit";
import type { Preview } from "../ask-server";

/** Tells people how a wait goes, on the error output: standard output is for the verdict. */
export type Watch = {
  started(): void;
  saw(preview: Preview, leftMs: number): void;
  unreachable(error: CliError, pauseMs: number): void;
  /** The preview approved, but the decision did not: something changed in between. */
  overtaken(): void;
  /** Why there is no more waiting. */
  deciding(why: string): void;
  ended(): void;
};
