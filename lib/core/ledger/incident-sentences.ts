import { RESPONSE_ROLES, type ResponseRole, SEVERITY_WORDS } from "../incident/model";
import { because, type Data, list, text, type Words } from "./sentence-words";

const ROLES: Record<ResponseRole, string> = {
  commander: "command",
  operations: "operations",
  communications: "communications",
  scribe: "the scribe's role",
};
const roleWords = (role: unknown): string => ROLES[RESPONSE_ROLES.find((each) => each === role) ?? "commander"];

const severityWords = (severity: unknown): string =>
  new Map<unknown, string>(Object.entries(SEVERITY_WORDS)).get(severity) ?? text(severity);
const nameOf = (person: unknown): string => text(Object(person).name);

function declared({ again, alert, severity, title }: Data): string {
  if (again === true) return `noted an alert again${because(Object(alert).key)}`;
  return `declared a ${severityWords(severity)} incident${because(title)}`;
}

function described({ before, after }: Data): string {
  const changed = ["title", "impact", "startedAt"].filter((field) => Object(before)[field] !== Object(after)[field]);
  const words = changed.map((field) => (field === "startedAt" ? "beginning" : field));
  return words.length > 0 ? `changed its ${words.join(" and ")}` : "described the incident";
}

function servicesSet({ added, removed }: Data): string {
  const parts = [
    list(added) && `said that it affects ${list(added)}`,
    list(removed) && `said that it does not affect ${list(removed)}`,
  ];
  return parts.filter(Boolean).join(" and ");
}

const linked = ({ removed, kind, label }: Data): string =>
  `${removed === true ? "unlinked" : "linked"} the ${kind === "url" ? "page" : text(kind)} ${text(label)}`;

/** What the ledger says of the response to incidents. */
export const INCIDENT_SENTENCES: Record<string, Words> = {
  "incident.declare": declared,
  "incident.acknowledge": () => "acknowledged the incident",
  "incident.move": ({ state, note }) => `moved the incident to ${text(state)}${because(note)}`,
  "incident.resolve": ({ note }) => `resolved the incident${because(note)}`,
  "incident.reopen": ({ reason }) => `opened the incident again${because(reason)}`,
  "incident.close": () => "closed the incident",
  "incident.take-role": ({ role }) => `took ${roleWords(role)}`,
  "incident.hand-over-role": ({ role, from, to, note }) =>
    `gave ${roleWords(role)} from ${nameOf(from)} to ${nameOf(to)}${because(note)}`,
  "incident.leave-role": ({ role }) => `left ${roleWords(role)}`,
  "incident.change-severity": ({ from, to, reason }) =>
    `changed the severity from ${severityWords(from)} to ${severityWords(to)}${because(reason)}`,
  "incident.describe": described,
  "incident.set-affected-services": servicesSet,
  "incident.merge": ({ reference, intoReference, note }) =>
    `merged ${text(reference)} into ${text(intoReference)}${because(note)}`,
  "incident.link": linked,
  "incident.unlink": linked,
  "incident.attribute": ({ name, reason }) =>
    `${text(name) ? `said that ${text(name)} caused it` : "said that no release caused it"}${because(reason)}`,
};
