const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs something that is told when the process is asked to end, so that it can tidy up and say what it got to. Asked a
 * second time, the process ends at once.
 */
export async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const listen = (act: "once" | "off") => {
    for (const name of SIGNALS) process[act](name, abort);
  };
  const abort = () => {
    listen("off");
    controller.abort();
  };
  listen("once");
  try {
    return await run(controller.signal);
  } finally {
    listen("off");
  }
}
