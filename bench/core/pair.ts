export type Pair = {
  name: string;
  one: () => unknown;
  other: () => unknown;
  otherName: string;
  rounds: number;
  /** What the median of `one` is to stay under. */
  limitMs?: number;
};

const median = (values: number[]): number =>
  values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs both in turn, A B A B …, so that a drift of the machine hits both; returns medians and the median ratio. */
export async function measurePair({
  one,
  other,
  rounds,
}: Pair): Promise<{ oneMs: number; otherMs: number; ratio: number }> {
  await one();
  await other();
  const times: { one: number; other: number }[] = [];
  for (let round = 0; round < rounds; round += 1) times.push({ one: await timed(one), other: await timed(other) });
  return {
    oneMs: median(times.map((each) => each.one)),
    otherMs: median(times.map((each) => each.other)),
    ratio: median(times.map((each) => each.one / each.other)),
  };
}
