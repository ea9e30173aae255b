export interface StartOptions {
  sample: boolean;
  dev: boolean;
}

/** `--no-sample` and `--dev`; anything else is an error that names it. */
export function parseOptions(args: string[]): StartOptions {
  const options = { sample: true, dev: false };
  for (const arg of args) {
    if (arg === "--no-sample") options.sample = false;
    else if (arg === "--dev") options.dev = true;
    else throw new Error(`Unknown option ${arg}. Known: --no-sample (leave out the sample tenant), --dev.`);
  }
  return options;
}
