type Share = { part: number; whole: number };
type Compared<T> = { current: T; previous: T };

/** The five numbers of readiness: at the end of a period beside its beginning, or over it beside the one before. */
export type FiveNumbers = {
  ready: Compared<Share>;
  rehearsalsFresh: Compared<Share>;
  itemsOverdue: Compared<number>;
  firstPass: Compared<Share>;
  changeFailures: Compared<Share>;
};

/** What happened in a week, counted. */
export type ReportFacts = {
  /** Whether the week has ended. */
  isOver: boolean;
  /** Releases whose rollout to production succeeded; of those, by break-glass, and taken back since. */
  shipped: { releases: number; byBreakGlass: number; rolledBack: number };
  /** Releases that the gate said no to for more than missing signatures; of those, approved within the week. */
  blocked: { releases: number; cleared: number; mostFrequent: { title: string; releases: number } | null };
  incidents: { declared: number; sev1: number; open: number };
  postmortems: { published: number; overdue: number };
  waivers: { granted: number; expiring: number };
  rehearsals: { passed: number; failed: number; missed: number };
  numbers: FiveNumbers;
};

/**
 * One paragraph in plain words about a week, the same for the same facts: what shipped, what was held up and why, what went
 * wrong, and what is left to do. Says nothing about what did not happen, except that nothing did. Pure.
 */
export function reportSummary(facts: ReportFacts): string {
  const sentences = [
    shippedSentence(facts),
    blockedSentence(facts.blocked),
    firstPassSentence(facts.numbers.firstPass),
    incidentSentence(facts),
    postmortemSentence(facts.postmortems),
    overdueSentence(facts.numbers.itemsOverdue),
    rehearsalSentence(facts),
    waiverSentence(facts.waivers),
  ];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

function shippedSentence({ isOver, shipped: { releases, byBreakGlass, rolledBack } }: ReportFacts): string {
  if (releases === 0)
    return isOver ? "Nothing was released to production." : "Nothing was released to production so far.";
  const notes = [
    ...(byBreakGlass > 0 ? [`${byBreakGlass} past the gate by break-glass`] : []),
    ...(rolledBack > 0 ? [`${rolledBack} rolled back since`] : []),
  ];
  const aside = notes.length > 0 ? `, ${notes.join(" and ")}` : "";
  return `${counted(releases, "release")} reached production${isOver ? "" : " so far"}${aside}.`;
}

function blockedSentence({ releases, cleared, mostFrequent }: ReportFacts["blocked"]): string | null {
  if (releases === 0) return null;
  const why = mostFrequent ? `, most often because of “${mostFrequent.title}” (${mostFrequent.releases})` : "";
  return `The gate held up ${counted(releases, "release")}${why}; ${clearedWords(releases, cleared)} within the week.`;
}

function clearedWords(releases: number, cleared: number): string {
  if (releases === 1) return cleared === 1 ? "it was approved" : "it was not approved";
  if (cleared === 0) return "none was approved";
  return cleared === releases ? "all were approved" : `${cleared} ${was(cleared)} approved`;
}

function firstPassSentence({ current, previous }: Compared<Share>): string | null {
  if (current.whole === 0) return null;
  const before = previous.whole === 0 ? "" : ` (the week before: ${percentText(previous)})`;
  return `${percentText(current)} of first evaluations passed${before}.`;
}

function incidentSentence({ incidents: { declared, sev1, open }, numbers }: ReportFacts): string {
  const { current } = numbers.changeFailures;
  const blamed =
    current.part > 0 ? `, and ${counted(current.part, "release")} of ${current.whole} rolled out caused one` : "";
  if (declared === 0) return `No incident was declared${blamed}.`;
  const severe = sev1 > 0 ? ` (${sev1} of them Sev1)` : "";
  const left = open > 0 ? `; ${open} ${is(open)} still open` : "";
  return `${counted(declared, "incident")} ${was(declared)} declared${severe}${blamed}${left}.`;
}

function postmortemSentence({ published, overdue }: ReportFacts["postmortems"]): string | null {
  if (published === 0 && overdue === 0) return null;
  const parts = [
    ...(published > 0 ? [`${counted(published, "postmortem")} ${was(published)} published`] : []),
    ...(overdue > 0 ? [`${published > 0 ? overdue : counted(overdue, "postmortem")} ${is(overdue)} overdue`] : []),
  ];
  return `${parts.join(" and ")}.`;
}

function overdueSentence({ current, previous }: Compared<number>): string | null {
  if (current === 0) return previous > 0 ? "No post-incident item is overdue any more." : null;
  const change = current - previous;
  const since = change === 0 ? "as many as" : `${Math.abs(change)} ${change > 0 ? "more" : "fewer"} than`;
  return `${counted(current, "post-incident item")} ${is(current)} overdue, ${since} a week before.`;
}

function rehearsalSentence({ rehearsals: { passed, failed, missed }, numbers }: ReportFacts): string | null {
  const { part, whole } = numbers.rehearsalsFresh.current;
  const done = [
    ...(passed > 0 ? [`${counted(passed, "rehearsal")} passed`] : []),
    ...(failed > 0 ? [`${passed > 0 ? failed : counted(failed, "rehearsal")} failed`] : []),
    ...(missed > 0 ? [`${missed} planned ${missed === 1 ? "one was" : "ones were"} missed`] : []),
  ];
  const fresh =
    whole === 0 ? "" : `rollback rehearsals are in time in ${part} of ${whole} ${whole === 1 ? "place" : "places"}`;
  const text = [done.join(", "), fresh].filter(Boolean).join("; ");
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : null;
}

function waiverSentence({ granted, expiring }: ReportFacts["waivers"]): string | null {
  if (granted === 0 && expiring === 0) return null;
  const parts = [
    ...(granted > 0 ? [`${counted(granted, "waiver")} ${was(granted)} granted`] : []),
    ...(expiring > 0
      ? [
          `${granted > 0 ? expiring : counted(expiring, "waiver")} ${expiring === 1 ? "ends" : "end"} within the next seven days`,
        ]
      : []),
  ];
  return `${parts.join(" and ")}.`;
}

/** The five numbers as lines of text, each with what it was before: for mails and chats. Pure. */
export function numberLines({
  ready,
  rehearsalsFresh,
  itemsOverdue,
  firstPass,
  changeFailures,
}: FiveNumbers): string[] {
  const share = ({ current, previous }: Compared<Share>) => `${shareText(current)} (before: ${shareText(previous)})`;
  return [
    `Releases ready: ${share(ready)}`,
    `Rehearsals in time: ${share(rehearsalsFresh)}`,
    `Post-incident items overdue: ${itemsOverdue.current} (before: ${itemsOverdue.previous})`,
    `Passed at the first evaluation: ${share(firstPass)}`,
    `Change-failure rate: ${share(changeFailures)}`,
  ];
}

const shareText = (share: Share): string =>
  share.whole === 0 ? "no data" : `${share.part} of ${share.whole}, ${percentText(share)}`;

/** "67%"; never 0% or 100% of what is only nearly so. */
function percentText({ part, whole }: Share): string {
  if (part === 0 || part === whole) return part === 0 ? "0%" : "100%";
  return `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))}%`;
}

const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`;
const was = (count: number): string => (count === 1 ? "was" : "were");
const is = (count: number): string => (count === 1 ? "is" : "are");
