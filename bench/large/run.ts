import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { connect, disconnect, transaction } from "@/db/client";
import { seedLarge } from "@/db/seed/large/large";
import { medianOf } from "@/lib/core/readiness/median";
import { analyse } from "@/lib/launch/analyse";
import { runMain, step } from "@/lib/launch/console";
import { type Lifetime, runForLifetime } from "@/lib/launch/lifetime";
import { emptyDatabase } from "@/lib/launch/throwaway";
import { measuresOf } from "./measures";

const ROUNDS = 7;
type Line = { name: string; ms: number; rawMs: number | null };

/** Fills a database of its own with so many releases and measures what people wait for, in medians. */
async function measureSize(size: number, lifetime: Lifetime): Promise<Line[]> {
  const { database } = await emptyDatabase(lifetime);
  await connect(database.appUrl);
  const world = await step(`Writing ${size} releases`, (_, progress) =>
    seedLarge({
      releases: size,
      services: 50,
      years: 2,
      now: new Date(),
      log: progress,
      analyse: () => analyse(database.ownerUrl),
    }),
  );
  const { rows } = await transaction(world, (tx) =>
    tx.execute<{ at: string; id: string }>(sql`
      select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, id from release
      where version like ${`%-${Math.ceil(size / 2)}`}`),
  );
  const [middle] = rows;
  if (!middle) throw new Error("There is no release in the middle.");
  const lines: Line[] = [];
  for (const { name, run, raw } of measuresOf(world.actor, middle)) {
    lines.push({ name, ms: await medianMs(run), rawMs: raw ? await medianMs(raw) : null });
  }
  await disconnect();
  return lines;
}

/** After one run that does not count. */
async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - begun);
  }
  return medianOf(times) ?? Number.NaN;
}

function print(sizes: readonly number[], results: readonly Line[][]): void {
  const names = results[0]?.map(({ name }) => name) ?? [];
  const cell = (line: Line | undefined): string => {
    if (!line) return "";
    const ms = `${line.ms.toFixed(0)} ms`;
    return line.rawMs === null
      ? ms
      : `${ms} (records ${line.rawMs.toFixed(0)} ms, ×${(line.rawMs / line.ms).toFixed(1)})`;
  };
  console.log(["", ...sizes.map((size) => `${size} releases`)].join(" | "));
  for (const name of names) {
    console.log([name, ...results.map((lines) => cell(lines.find((line) => line.name === name)))].join(" | "));
  }
}

function sizesOf(args: string[]): number[] {
  const { values } = parseArgs({ args, options: { sizes: { type: "string", default: "10000,100000,1000000" } } });
  const sizes = values.sizes.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 100)) return sizes;
  throw new Error("--sizes must be whole numbers of at least 100 with commas between them.");
}

await runMain(async () => {
  const sizes = sizesOf(process.argv.slice(2));
  const results: Line[][] = [];
  for (const size of sizes) results.push(await runForSize(size));
  print(sizes, results);
  return 0;
});

async function runForSize(size: number): Promise<Line[]> {
  let lines: Line[] = [];
  await runForLifetime(async (lifetime) => {
    lines = await measureSize(size, lifetime);
    return 0;
  });
  return lines;
}
