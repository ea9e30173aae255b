import { mergeIncident } from "@/lib/registry/incident/merge";
import type { Story } from "../story";
import { MINUTE, plus, workingDay } from "../time";
import { doneAt, type World } from "../world";
import { PAST } from "./past";
import { DUPLICATE, OPEN, YESTERDAY } from "./recent";
import { incidentStory } from "./story";

/** Every incident of the sample but the one that ends in a rollback, which its release tells. */
export function incidentStories(world: World): Story[] {
  const ago = (minutes: number) => plus(world.now, -minutes * MINUTE);
  const known: Known = {};
  return [
    ...PAST.map((plan) => incidentStory(world, plan, workingDay(world.now, plan.daysAgo, plan.hour, plan.minute))),
    incidentStory(world, YESTERDAY, ago(YESTERDAY.minutesAgo)),
    incidentStory(world, OPEN, ago(OPEN.minutesAgo), { onDeclared: (id) => (known.open = id) }),
    incidentStory(world, DUPLICATE, ago(DUPLICATE.minutesAgo), { onDeclared: (id) => (known.duplicate = id) }),
    mergeStory(world, known, ago(24)),
  ];
}

/** The open one and what was declared of the same trouble. */
type Known = { open?: string; duplicate?: string };

async function* mergeStory(world: World, known: Known, at: Date): Story {
  yield at;
  const { open, duplicate } = known;
  if (!open || !duplicate) throw new Error("the open incident and its duplicate are declared before they are merged");
  const note = "The evaluation waits for the same queue.";
  await mergeIncident(doneAt(world.people.rafael, at), { incidentId: duplicate, intoId: open, note });
}
