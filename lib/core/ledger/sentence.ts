import { weekdayName } from "@/lib/core/readiness/weekday";
import { INCIDENT_SENTENCES } from "./incident-sentences";
import { ITEM_SENTENCES } from "./item-sentences";
import { POSTMORTEM_SENTENCES } from "./postmortem-sentences";
import { REVIEW_SENTENCES } from "./review-sentences";
import { because, type Data, list, text, type Words } from "./sentence-words";

const STAGE_WORDS: Record<string, string> = { running: "started", succeeded: "succeeded", failed: "failed" };
const VERDICT_WORDS: Record<string, string> = {
  approve: "GO",
  reject: "NO-GO",
  waiver_required: "WAIVER NEEDED",
};

function advanced({ stage, status, note, refused }: Data): string {
  if (text(refused)) return `was refused ${text(stage)}${because(refused)}`;
  const ends: Record<string, string> = {
    aborted: "aborted it",
    rejected: "rejected it",
    rolled_back: "rolled it back",
  };
  const end = ends[text(stage)];
  return `${end ?? `${text(stage)} ${STAGE_WORDS[text(status)] ?? text(status)}`}${because(note)}`;
}

const calendarWord = (kind: unknown): string => (kind === "window" ? "rollout window" : "freeze");

function rolesChanged({ before, after }: Data): string {
  const roles = list(after);
  return roles ? `set the roles to ${roles} (before: ${list(before) || "none"})` : "removed the person from the tenant";
}

function synchronised({ before, after, linked, created }: Data): string {
  const entry = linked === true ? "linked a sign-in; " : created === true ? "let somebody new in; " : "";
  return `${entry}by groups, the roles are ${list(after) || "none"} (before: ${list(before) || "none"})`;
}

function deployed({ state, match, explanation }: Data): string {
  const words = { started: "a deployment started", succeeded: "a deployment succeeded", failed: "a deployment failed" };
  const happened = Object.hasOwn(words, text(state)) ? words[text(state) as keyof typeof words] : "a deployment";
  return `reported that ${happened}: ${match === "bypass" ? "without approval. " : ""}${text(explanation)}`;
}

function cadenceWords(cadence: unknown): string {
  const { kind, day, days } = Object(cadence);
  return kind === "monthly" ? `day ${text(day)} of each month` : `every ${text(days)} days`;
}

const firstText = (violations: unknown): unknown =>
  Array.isArray(violations) ? Object(violations[0]).text : undefined;

function followed({ step, digest }: Data): string {
  const done: Record<string, string> = {
    archive: `archived the release${text(digest) ? ` (${text(digest)})` : ""}`,
    dashboards: "linked the dashboards",
    rollback: "judged the rollback readiness",
    notify: "notified the change board",
    close: "closed the release",
  };
  return done[text(step)] ?? text(step);
}

function scheduled({ after }: Data): string {
  const { enabled, weekday, hour, timeZone } = Object(after);
  if (enabled === false) return "stopped the weekly report";
  return `set the weekly report to ${weekdayName(Number(weekday))}, ${text(hour)}:00 ${text(timeZone)}`;
}

/** What a command did, said of its record. Commands that are not here are shown by their own name. */
const SENTENCES: Record<string, Words> = {
  "release.create": ({ version }) => `created release ${text(version)}`,
  "release.advance": advanced,
  "release.reject": advanced,
  "release.sign": ({ decision, role, onBehalfOfName, reason }) =>
    `${decision === "approve" ? "approved" : "rejected"} as ${text(role)}${text(onBehalfOfName) ? ` on behalf of ${text(onBehalfOfName)}` : ""}${because(reason)}`,
  "release.withdraw": ({ reason }) => `withdrew the signature${because(reason)}`,
  "manifest.put": ({ revision }) => `put revision ${text(revision)} of the manifest`,
  "manifest.complete": ({ revision }) => `completed the draft as revision ${text(revision)} of the manifest`,
  "manifest.draft": () => "drafted the manifest",
  "gate.evaluate": ({ verdict, failing }) => {
    const ids = Array.isArray(failing) ? failing.map((each) => text(Object(each).id)).filter(Boolean) : [];
    return `recorded the verdict ${VERDICT_WORDS[text(verdict)] ?? text(verdict)}${ids.length > 0 ? ` (${ids.join(", ")})` : ""}`;
  },
  "break-glass.request": ({ reason, expiresAt }) =>
    `asked to break the glass until ${text(expiresAt)}${because(reason)}`,
  "break-glass.confirm": () => "confirmed the break-glass as the second person",
  "break-glass.cancel": ({ reason }) => `cancelled the break-glass${because(reason)}`,
  "deployment.report": deployed,
  "deployment.receive": deployed,
  "deployment.explain": ({ cause }) => `explained the deployment that nothing had allowed${because(cause)}`,
  "scorecard.submit": ({ run, overallPassed }) =>
    `submitted scorecard ${text(run)}, which ${overallPassed === true ? "passed" : "did not pass"}`,
  "test-results.submit": ({ run }) => `submitted the test results of ${text(run)}`,
  "metrics.submit": ({ run }) => `submitted the metrics of ${text(run)}`,
  "rehearsal.record": ({ outcome }) => `recorded a rehearsal that ${text(outcome) || "took place"}`,
  "rehearsal.set-programme": ({ cadence, lead }) =>
    `set the rehearsals to ${cadenceWords(cadence)}${text(lead) ? `, led by ${text(lead)}` : ""}`,
  "rehearsal.end-programme": () => "ended the programme of rehearsals",
  "rehearsal.plan-session": ({ localTime, zone }) => `planned a rehearsal for ${text(localTime)} ${text(zone)}`,
  "rehearsal.move-session": ({ localTime, zone }) => `moved the rehearsal to ${text(localTime)} ${text(zone)}`,
  "rehearsal.cancel-session": ({ reason }) => `cancelled the planned rehearsal${because(reason)}`,
  "rehearsal.miss-session": () => "noted that the planned rehearsal was missed",
  "calendar-feed.create": () => "made a calendar address of their own",
  "calendar-feed.revoke": () => "revoked their calendar address",
  "rehearsal.remediate": ({ remediation }) => `recorded the remediation${because(remediation)}`,
  "waiver.grant": ({ checkId, finding, expiresAt }) =>
    `waived ${text(checkId)}${text(finding) ? ` for ${text(finding)}` : ""} until ${text(expiresAt)}`,
  "waiver.request": ({ checkId, finding, expiresAt }) =>
    `requested a waiver of ${text(checkId)}${text(finding) ? ` for ${text(finding)}` : ""} until ${text(expiresAt)}`,
  "waiver.deny": ({ reason }) => `denied the waiver${because(reason)}`,
  "waiver.withdraw-request": ({ reason }) => `withdrew the request${because(reason)}`,
  "waiver.revoke": ({ reason }) => `revoked the waiver${because(reason)}`,
  "calendar.create": ({ kind, name }) => `added the ${calendarWord(kind)} ${text(name)}`,
  "calendar.change": ({ kind, name }) => `changed the ${calendarWord(kind)} ${text(name)}`,
  "calendar.end": ({ kind, name, reason }) => `ended the ${calendarWord(kind)} ${text(name)}${because(reason)}`,
  "freeze.override": ({ name, expiresAt, reason }) =>
    `overrode the freeze ${text(name)} until ${text(expiresAt)}${because(reason)}`,
  "freeze.revoke-override": ({ reason }) => `revoked the override of a freeze${because(reason)}`,
  "incident-policy.change": ({ version, reason }) =>
    `put version ${text(version)} of the incident policy in force${because(reason)}`,
  "incident.note": ({ kind, text: said }) => `${kind === "update" ? "gave an update" : "noted"}${because(said)}`,
  "incident.correct-entry": ({ text: said }) => `corrected an entry of the timeline${because(said)}`,
  "incident.pin-entry": ({ pinned, text: said }) =>
    `${pinned === true ? "pinned" : "unpinned"} an entry${because(said)}`,
  ...INCIDENT_SENTENCES,
  ...POSTMORTEM_SENTENCES,
  ...REVIEW_SENTENCES,
  ...ITEM_SENTENCES,
  "post-release.run-step": followed,
  "post-release.retry": ({ step }) => `asked for ${text(step)} to be done again`,
  "verification.settle": ({ state, violations }) =>
    state === "passed" ? "found the verification passed" : `flagged the verification${because(firstText(violations))}`,
  "verification.accept": ({ reason }) => `accepted the flagged verification${because(reason)}`,
  "verification.set-minutes": ({ verificationMinutes }) =>
    `set the verification window to ${text(verificationMinutes)} minutes`,
  "checklist.confirm": ({ metrics, reason }) =>
    `confirmed the runbooks${list(metrics) ? ` of ${list(metrics)}` : ""}${because(reason)}`,
  "dashboard.add": ({ name }) => `added the dashboard ${text(name)}`,
  "dashboard.change": ({ name }) => `changed the dashboard ${text(name)}`,
  "dashboard.remove": ({ name }) => `removed the dashboard ${text(name)}`,
  "metric.add": ({ name }) => `added the metric ${text(name)} to the catalogue`,
  "metric.change": ({ name }) => `changed the metric ${text(name)} in the catalogue`,
  "metric.remove": ({ name }) => `removed the metric ${text(name)} from the catalogue`,
  "service.create": ({ slug }) => `added the service ${text(slug)}`,
  "environment.create": ({ slug }) => `added the environment ${text(slug)}`,
  "person.add": ({ email }) => `added ${text(email) || "the person"}`,
  "person.set-roles": rolesChanged,
  "person.set-role-expiry": ({ role, validUntil }) =>
    text(validUntil)
      ? `let the role ${text(role)} end at ${text(validUntil)}`
      : `let the role ${text(role)} have no end`,
  "environment.set-approval-roles": ({ slug, after, from }) =>
    `set who signs for ${text(slug)} to ${list(after)} from ${text(from)}`,
  "environment.drop-approval-row": ({ slug, from }) => `ended the roles of ${text(slug)} at ${text(from)}`,
  "environment.cancel-approval-change": ({ slug, calledOff }) =>
    `called off the change of who signs for ${text(slug)} at ${text(calledOff)}`,
  "delegation.give": ({ role, toName, startsAt, endsAt }) =>
    `lent ${text(role)} to ${text(toName)} from ${text(startsAt)} until ${text(endsAt)}`,
  "delegation.revoke": ({ role }) => `took ${text(role)} back`,
  "training.record": ({ training }) => `recorded the training ${text(training)}`,
  "training.revoke": ({ revoked }) => `revoked the training record${because(revoked)}`,
  "person.reset-password": () => "set a new password",
  "person.end-sessions": () => "signed the person out everywhere",
  "person.end-own-sessions": () => "signed out everywhere",
  "person.disable": () => "disabled the person",
  "person.enable": () => "enabled the person",
  "person.unlink-identity": () => "unlinked the person's account of the identity provider",
  "person.sync-groups": synchronised,
  "group-role.add": ({ group, role }) => `gave the group ${text(group)} the role ${text(role)}`,
  "group-role.remove": ({ group, role }) => `took the role ${text(role)} from the group ${text(group)}`,
  "token.create": ({ name }) => `created the token ${text(name)}`,
  "token.revoke": () => "revoked the token",
  "evidence-pack.issue": ({ digest }) => `issued an evidence pack${text(digest) ? ` (${text(digest)})` : ""}`,
  "report.schedule": scheduled,
  "integration.create": ({ name }) => `added the integration ${text(name)}`,
  "integration.update": () => "changed the integration",
  "integration.rotate-secret": () => "replaced the webhook's secret",
  "integration.set-enabled": ({ enabled }) =>
    enabled === false ? "disabled the integration" : "enabled the integration",
};

/**
 * What an entry of the ledger says, without its actor: "approved as change-board". `data` is the body's; a member that
 * is not there leaves its words out. Pure.
 */
export function ledgerSentence(command: string, data: Data): string {
  const words = Object.hasOwn(SENTENCES, command) ? SENTENCES[command] : undefined;
  return words ? words(data).trim() : plainName(command);
}

/** "sample.put-away" reads "sample: put away". */
function plainName(command: string): string {
  return command.replace(".", ": ").replaceAll("-", " ");
}
