import { type Mean, meanOf } from "./analytics";
import { type AnyIncidentState, INCIDENT_STATES, type IncidentState } from "./model";

/** An entry of the timeline by which an incident went from one state to another. */
export type StateChange = { at: Date; from: AnyIncidentState; to: AnyIncidentState };
export type Stay = { state: AnyIncidentState; ms: number };

/**
 * The stays of an incident in its states, in order, from its declaration on; of an incident that was opened again a state
 * may be there twice. The stay that still lasts is not among them, nor is one whose end was not recorded: where an entry
 * does not say the state that it was in, nothing is guessed. `changes` in the order of the timeline. Pure.
 */
export function staysOf(declaredAt: Date, changes: readonly StateChange[]): Stay[] {
  const stays: Stay[] = [];
  let current: { state: AnyIncidentState; since: Date } = { state: "declared", since: declaredAt };
  for (const { at, from, to } of changes) {
    if (from === current.state) {
      stays.push({ state: from, ms: Math.max(0, at.getTime() - current.since.getTime()) });
    }
    current = { state: to, since: at };
  }
  return stays;
}

export type TimeInState = Record<IncidentState, Mean>;

/** Mean time that an incident spent in each state, over the incidents that have left it; all stays of one added up. */
export function timeInState(incidents: readonly { stays: readonly Stay[] }[]): TimeInState {
  const spent = (state: IncidentState): number[] =>
    incidents.flatMap(({ stays }) => {
      const own = stays.filter((stay) => stay.state === state);
      return own.length > 0 ? [own.reduce((sum, { ms }) => sum + ms, 0)] : [];
    });
  return Object.fromEntries(INCIDENT_STATES.map((state) => [state, meanOf(spent(state))])) as TimeInState;
}
