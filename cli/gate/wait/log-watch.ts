import type { CliError } from "../../exit";
import type { Io } from "../../io";
import { plain } from "../../report/text";
import type { Preview } from "../ask-server";
import { shortDuration, type WaitTimes } from "./times";
import { headline, todoOf } from "./todo";
import type { Watch } from "./watch";

const HEARTBEAT_MS = 60_000;

/** For logs: a line when something changes, and a sign of life at most each minute. */
export class LogWatch implements Watch {
  #start = 0;
  #saidAt = 0;
  #headline: string | null = null;
  #todo: string[] = [];
  #reachable = true;

  constructor(
    readonly io: Io,
    readonly subject: string,
    readonly times: WaitTimes,
  ) {}

  started(): void {
    this.#start = this.io.elapsedMs();
    const { waitMs, pollMs } = this.times;
    const subject = plain(this.subject);
    this.#say(`Waiting up to ${shortDuration(waitMs)} for ${subject}, asking every ${shortDuration(pollMs)}`, {
      at: false,
    });
  }

  saw(preview: Preview, leftMs: number): void {
    if (!this.#reachable) this.#say("the server answers again");
    this.#reachable = true;
    const [now, todo] = [headline(preview), todoOf(preview)];
    const cleared = this.#todo.filter((each) => !todo.includes(each));
    const added = todo.filter((each) => !this.#todo.includes(each));
    const isSame = now === this.#headline && cleared.length + added.length === 0;
    this.#headline = now;
    this.#todo = todo;
    if (isSame) this.#heartbeat(leftMs);
    else this.#say(now);
    for (const each of cleared) this.#say(`    - no longer: ${each}`, { at: false });
    for (const each of added) this.#say(`    - to do: ${each}`, { at: false });
  }

  unreachable({ message }: CliError, pauseMs: number): void {
    const isNews = this.#reachable;
    this.#reachable = false;
    if (isNews) this.#say(`${plain(message)}; asking on, next in ${shortDuration(pauseMs)}`);
    else this.#heartbeat(null);
  }

  overtaken(): void {
    this.#say("the gate approved at first, but no longer when its decision was to be stored; waiting on");
  }

  deciding(why: string): void {
    this.#say(`${plain(why)}: no more waiting, asking for the decision`);
  }

  ended(): void {}

  #heartbeat(leftMs: number | null): void {
    if (this.io.elapsedMs() - this.#saidAt < HEARTBEAT_MS) return;
    const left = leftMs === null ? "" : `; ${shortDuration(leftMs)} left`;
    this.#say(this.#reachable ? `still ${this.#headline}${left}` : "the server still does not answer; asking on");
  }

  #say(line: string, { at }: { at: boolean } = { at: true }): void {
    this.#saidAt = this.io.elapsedMs();
    this.io.err(`${at ? `[+${shortDuration(this.#saidAt - this.#start)}] ` : ""}${line}\n`);
  }
}
