import { expect, it } from "vitest";
import { ledgerSentence } from "./sentence";

const [ines, sam] = [
  { id: "1", name: "Ines Commander" },
  { id: "2", name: "Sam Reliable" },
];

it.each([
  ["incident.declare", { severity: "sev1", title: "All is down" }, "declared a Sev1 incident: All is down"],
  ["incident.declare", { alert: { key: "HighErrorRate" }, again: true }, "noted an alert again: HighErrorRate"],
  ["incident.move", { state: "mitigating", note: null }, "moved the incident to mitigating"],
  ["incident.resolve", { note: "1.9 is back." }, "resolved the incident: 1.9 is back."],
  ["incident.take-role", { role: "commander", from: null, to: ines }, "took command"],
  [
    "incident.hand-over-role",
    { role: "scribe", from: ines, to: sam, note: null },
    "gave the scribe's role from Ines Commander to Sam Reliable",
  ],
  [
    "incident.change-severity",
    { from: "sev3", to: "sev1", reason: "It spreads." },
    "changed the severity from Sev3 to Sev1: It spreads.",
  ],
  [
    "incident.describe",
    { before: { title: "Slow", impact: "" }, after: { title: "Down", impact: "Nobody can pay." } },
    "changed its title and impact",
  ],
  [
    "incident.set-affected-services",
    { added: ["web"], removed: ["api", "jobs"] },
    "said that it affects web and said that it does not affect api, jobs",
  ],
  ["incident.merge", { reference: "INC-3", intoReference: "INC-2", note: null }, "merged INC-3 into INC-2"],
  ["incident.link", { kind: "url", label: "Status page", removed: false }, "linked the page Status page"],
  ["incident.unlink", { kind: "release", label: "web 1.0", removed: true }, "unlinked the release web 1.0"],
  ["incident.attribute", { name: "web 1.0", reason: "It began then." }, "said that web 1.0 caused it: It began then."],
  ["incident.attribute", { name: null, reason: "A cable." }, "said that no release caused it: A cable."],
])("%s of %j reads %s", (command, data, sentence) => {
  expect(ledgerSentence(command, data)).toBe(sentence);
});
