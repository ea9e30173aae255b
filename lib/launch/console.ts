type Say = (text: string) => void;

/** Says what is being done, and when it is done how long it took and what came of it. */
export async function step<T>(title: string, work: (detail: Say, progress: Say) => Promise<T>): Promise<T> {
  const started = performance.now();
  const elapsed = () => duration(performance.now() - started);
  const notes: string[] = [];
  const ticking = showProgress(title, elapsed);
  try {
    const value = await work((text) => notes.push(text), ticking.progress);
    ticking.end(`✓ ${title}${notes.length > 0 ? `: ${notes.join(", ")}` : ""} (${elapsed()})`);
    return value;
  } catch (error) {
    ticking.end(`✗ ${title} (${elapsed()})`);
    throw error;
  }
}

/** On a terminal one line that counts the seconds; elsewhere a line at the beginning and one at the end. */
function showProgress(title: string, elapsed: () => string): { end: Say; progress: Say } {
  if (!process.stdout.isTTY) {
    console.log(`… ${title}`);
    return { end: (line) => console.log(line), progress: () => {} };
  }
  let last = "";
  const show = () => process.stdout.write(`\r\x1b[K… ${title} (${elapsed()}) ${last}`);
  show();
  const timer = setInterval(show, 1000);
  return {
    progress: (text) => {
      last = text;
      show();
    },
    end: (line) => {
      clearInterval(timer);
      process.stdout.write(`\r\x1b[K${line}\n`);
    },
  };
}

/** `0.4 s`, `12.3 s`, `1 min 5 s` */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Runs a launcher's main function; an expected failure is a sentence, not a stack trace. */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.READINESS_DEBUG ? (error.stack ?? error.message) : error.message;
}
