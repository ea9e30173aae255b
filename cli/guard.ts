import { EXIT } from "./exit";

/** However the process ends before a command said how, it did not succeed. */
export function guardProcess(target: NodeJS.Process): void {
  target.exitCode = EXIT.failure;
  const crash = (error: unknown) => {
    target.stderr.write(`readiness: unexpected failure: ${error instanceof Error ? error.message : String(error)}\n`);
    target.exit(EXIT.failure);
  };
  target.on("uncaughtException", crash);
  target.on("unhandledRejection", crash);
  // Whoever was to read the answer has gone; an approve that nobody read is none.
  target.stdout.on("error", () => target.exit(target.exitCode || EXIT.failure));
  target.stderr.on("error", () => undefined);
}
