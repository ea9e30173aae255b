import type { CliError } from "../../exit";
import type { Io } from "../../io";
import { plain } from "../../report/text";
import type { Preview } from "../ask-server";
import { shortDuration } from "./times";
import { headline, todoOf } from "./todo";
import type { Watch } from "./watch";

const MOST_LINES = 10;

/** For terminals: a few lines that are drawn anew in their place, and are gone when the verdict comes. */
export class TerminalWatch implements Watch {
  #drawn = 0;
  #seen: string[] = [];

  constructor(
    readonly io: Io,
    readonly subject: string,
    readonly columns: number,
  ) {}

  started(): void {
    this.#draw([`${plain(this.subject)}: asking the gate`]);
  }

  saw(preview: Preview, leftMs: number): void {
    const todo = todoOf(preview);
    const shown = todo.slice(0, MOST_LINES).map((each) => `  - ${each}`);
    const more = todo.length > MOST_LINES ? [`  - and ${todo.length - MOST_LINES} more`] : [];
    this.#seen = [`${plain(this.subject)}: ${headline(preview)}`, ...shown, ...more];
    this.#draw([...this.#seen, `waiting, ${shortDuration(Math.max(0, leftMs))} left`]);
  }

  unreachable({ message }: CliError, pauseMs: number): void {
    this.#draw([...this.#seen, `${plain(message)}; next try in ${shortDuration(pauseMs)}`]);
  }

  overtaken(): void {
    this.#draw([...this.#seen, "approved at first, but no longer when its decision was to be stored; waiting on"]);
  }

  deciding(why: string): void {
    this.#draw([...this.#seen, `${plain(why)}: asking for the decision`]);
  }

  ended(): void {
    this.#draw([]);
  }

  #draw(lines: readonly string[]): void {
    const erase = this.#drawn === 0 ? "" : `\u001b[${this.#drawn}F\u001b[0J`;
    // A line that wraps would be two, and one of them would be left behind.
    const cut = lines.map((line) => `${[...line].slice(0, this.columns - 1).join("")}\n`);
    this.io.err(`${erase}${cut.join("")}`);
    this.#drawn = lines.length;
  }
}
