import type { PersonKey } from "../people";

export type FollowUpPlan = {
  action: string;
  owner: string;
  /** Days after the resolution. */
  dueAfter: number;
  /** Null: it is open still. */
  doneAfter: number | null;
};

/** What is written of an incident, and how many hours after its resolution each thing happens; null: it has not. */
export type PostmortemPlan = {
  author: PersonKey;
  reviewer: PersonKey;
  startedAfter: number;
  publishedAfter: number | null;
  completedAfter: number | null;
  rootCause: string[];
  mitigations: string[];
  wentWell: string[];
  wentBadly: string[];
  gotLucky: string[];
  followUps: FollowUpPlan[];
};
