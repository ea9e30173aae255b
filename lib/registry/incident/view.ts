import type { AnyIncidentState, LinkKind, ResponseRole, Severity } from "@/lib/core/incident/model";

/** One line of a list of incidents. Instants are ISO texts. */
export type IncidentSummary = {
  id: string;
  /** INC-7 */
  reference: string;
  title: string;
  severity: Severity;
  state: AnyIncidentState;
  service: string;
  /** Slugs of all that it affects, that one included, by name. */
  services: string[];
  commander: string | null;
  declaredAt: string;
  /** From here its clock runs. */
  detectedAt: string;
  resolvedAt: string | null;
  mergedInto: { id: string; reference: string } | null;
};

export type RoleHolding = {
  role: ResponseRole;
  personId: string;
  name: string;
  since: string;
  /** Null: still held. */
  until: string | null;
};

export type IncidentLinkView = {
  id: string;
  /** The incident that it is a link of: this one, one that was merged into it, or another that links to this one. */
  incidentId: string;
  kind: LinkKind;
  label: string;
  /** Page within Readiness, or an address elsewhere. */
  href: string;
  addedBy: string;
  addedAt: string;
};

/** A release of an affected service that may have caused the incident, the likeliest first. */
export type Suspect = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  stage: string;
  /** When its rollout began or ended, whichever is known last before the incident. */
  rolledOutAt: string;
  /** Minutes from the rollout to the incident's beginning. */
  minutesBefore: number;
  isDeclaredService: boolean;
  rollbackPlan: string | null;
  rollbackTo: string | null;
  signatures: { name: string; role: string; decision: "approve" | "reject"; at: string }[];
  /** Whether a person has said that it is the cause. */
  isCause: boolean;
};

/** Who said that they are on it, told or not: a person, or a token on behalf of one. */
export type Acknowledgement = { byId: string; name: string; at: string };

/** Somebody who was told of the incident, and whether they said that they are on it. */
export type Told = {
  /** Of the person or the channel. */
  recipientId: string;
  recipient: string;
  kind: "person" | "channel";
  state: "pending" | "held" | "sent" | "failed";
  at: string;
  sentAt: string | null;
  acknowledgedAt: string | null;
};

/** A release whose gate this incident blocks right now. */
export type BlockedRelease = { releaseId: string; service: string; environment: string; version: string };

/** An incident as far as it concerns a release. */
export type ReleaseIncident = IncidentSummary & {
  /** A person has said that the release caused it. */
  isCause: boolean;
  isLinked: boolean;
  /** This incident alone keeps the release from shipping. */
  blocks: boolean;
};

export type IncidentDetail = IncidentSummary & {
  impact: string;
  alert: { source: string; key: string } | null;
  startedAt: string | null;
  acknowledgedAt: string | null;
  mitigatedAt: string | null;
  publishedAt: string | null;
  closedAt: string | null;
  nextUpdateAt: string | null;
  declaredBy: string;
  /** Held now. */
  roles: RoleHolding[];
  /** Every holding, the first one first. */
  roleHistory: RoleHolding[];
  duplicates: { id: string; reference: string; title: string }[];
  cause: { releaseId: string; service: string; version: string } | null;
  links: IncidentLinkView[];
  told: Told[];
  /** The first of each, in their order. */
  acknowledgements: Acknowledgement[];
  suspects: Suspect[];
  blocks: BlockedRelease[];
  /** Whether its policy asks for a postmortem before it can be closed. */
  postmortemRequired: boolean;
  lastSequence: number;
  now: string;
};
