/** What a person at the terminal reads: one line when a step begins to take time, one when it is done. */
export async function step<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now();
  const notes: string[] = [];
  console.log(`… ${title}`);
  try {
    const value = await work((text) => notes.push(text));
    const note = notes.length > 0 ? `: ${notes.join(", ")}` : "";
    console.log(`✓ ${title}${note} (${duration(performance.now() - started)})`);
    return value;
  } catch (error) {
    console.log(`✗ ${title} (${duration(performance.now() - started)})`);
    throw error;
  }
}

/** `0.4 s`, `12.3 s`, `1 min 5 s` */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
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
