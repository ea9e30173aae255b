/** Something that happens over time: it yields the instant at which it wants to go on. */
export type Story = AsyncGenerator<Date, void, void>;

/**
 * Tells all stories together in the order of their instants, one step at a time, so that every command meets the state
 * that its time had and the ledger reads in order. `onStep` hears each instant before its step.
 */
export async function tell(stories: Story[], onStep: (at: Date) => void): Promise<void> {
  const waiting: { at: Date; story: Story }[] = [];
  const goOn = async (story: Story) => {
    const { value, done } = await story.next();
    if (!done) waiting.push({ at: value, story });
  };
  for (const story of stories) await goOn(story);
  while (waiting.length > 0) {
    const earliest = waiting.reduce((first, each) => (each.at < first.at ? each : first));
    waiting.splice(waiting.indexOf(earliest), 1);
    onStep(earliest.at);
    await goOn(earliest.story);
  }
}
