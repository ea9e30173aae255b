import { expect, it } from "vitest";
import { linkFrom } from "./link-from";

const ORIGIN = "https://readiness.example";
const ID = "0198d2f0-1111-7abc-8def-0123456789ab";
const OTHER = "0198d2f0-2222-7abc-8def-0123456789ab";

it.each([
  [`${ORIGIN}/releases/${ID}`, "release", ID],
  [`${ORIGIN}/releases/${ID}/decisions/${OTHER}`, "decision", OTHER],
  [`${ORIGIN}/scorecards/${ID}?range=30#trend`, "scorecard", ID],
  [`/waivers/${ID}/`, "waiver", ID],
  [`/rehearsals/${ID}`, "rehearsal", ID],
  [` /deployments/${ID} `, "deployment", ID],
  [`${ORIGIN}/incidents/${ID}`, "incident", ID],
])("takes %s for the record of that page", (address, kind, targetId) => {
  expect(linkFrom(address, ORIGIN)).toEqual({ kind, targetId });
});

it.each([
  ["another site, even where its path looks like ours", `https://elsewhere.example/releases/${ID}`],
  ["a page of this site that is no record", `${ORIGIN}/calendar`],
  ["a path that only begins like a record's", `${ORIGIN}/releases/${ID}/export`],
  ["what is no address, for the server to refuse", "see the wiki"],
])("keeps %s as a page", (_what, address) => {
  expect(linkFrom(address, ORIGIN)).toEqual({ kind: "url", url: address });
});

it("does not take another protocol's double slash for a path of this site", () => {
  expect(linkFrom(`//elsewhere.example/releases/${ID}`, ORIGIN)).toEqual({
    kind: "url",
    url: `//elsewhere.example/releases/${ID}`,
  });
});
