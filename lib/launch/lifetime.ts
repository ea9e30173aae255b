import { watchLauncher } from "./ancestors";

type Stop = () => Promise<unknown>;

/** What has to be stopped before this process ends, and the wish to end. */
export interface Lifetime {
  /** Registers a stop; returns a function that takes it back. Stops at once when the end has already come. */
  add(stop: Stop): () => void;
  /** Stops everything, the last added first. */
  end(): Promise<void>;
  /** Resolves at Ctrl-C, at a termination signal, and when the process that launched us is gone. */
  requested: Promise<string>;
  isEnding(): boolean;
}

function createLifetime(): Lifetime {
  const stops: Stop[] = [];
  let ending = false;
  const requested = new Promise<string>((resolve) => {
    const request = (why: string) => {
      ending = true;
      resolve(why);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => request(signal));
    watchLauncher(() => request("the launching process is gone"));
  });
  return {
    requested,
    isEnding: () => ending,
    add(stop) {
      if (ending) void stop().catch(() => {});
      else stops.push(stop);
      return () => {
        const index = stops.indexOf(stop);
        if (index >= 0) stops.splice(index, 1);
      };
    },
    async end() {
      ending = true;
      for (const stop of stops.splice(0).reverse()) await stop().catch(() => {});
    },
  };
}

/** Runs `work` until it is over or the end is requested (exit code 0); either way nothing is left running. */
export async function runForLifetime(work: (lifetime: Lifetime) => Promise<number>): Promise<number> {
  const lifetime = createLifetime();
  const interrupted = lifetime.requested.then(() => {
    console.log("\nStopping");
    return 0;
  });
  const worked = work(lifetime);
  worked.catch(() => {}); // after an interruption its failure says nothing
  try {
    return await Promise.race([worked, interrupted]);
  } finally {
    await lifetime.end();
  }
}
