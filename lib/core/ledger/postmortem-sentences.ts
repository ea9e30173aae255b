import { fieldName } from "../incident/postmortem/fields";
import { CONTENT_FIELD_NAMES } from "../incident/postmortem/model";
import { because, type Data, list, text, type Words } from "./sentence-words";

/** Fields by the names that people read. */
const fieldsOf = (fields: unknown): string =>
  list(Array.isArray(fields) ? CONTENT_FIELD_NAMES.filter((each) => fields.includes(each)).map(fieldName) : []);

const wrote = ({ fields, revision }: Data): string =>
  `wrote in the postmortem: ${fieldsOf(fields)} (revision ${text(revision)})`;

/** What the commands of postmortems did, said of their records. */
export const POSTMORTEM_SENTENCES: Record<string, Words> = {
  "postmortem.begin": () => "began the postmortem",
  "postmortem.save": wrote,
  "postmortem.put": wrote,
  "postmortem.request-review": ({ reviewers }) =>
    `asked for a review of the postmortem: ${list(Array.isArray(reviewers) ? reviewers.map((each) => Object(each).name) : [])}`,
  "postmortem.review": ({ answer, note, revision }) =>
    `${answer === "approve" ? "approved the postmortem" : "asked for changes of the postmortem"} at revision ${text(revision)}${because(note)}`,
  "postmortem.publish": ({ version, digest, reason }) =>
    `published version ${text(version)} of the postmortem (${text(digest)})${because(reason)}`,
  "postmortem.complete": ({ version, markdownDigest }) =>
    `completed the postmortem and archived version ${text(version)} (${text(markdownDigest)})`,
  "postmortem.amend": ({ version, reason }) => `began version ${text(version)} of the postmortem${because(reason)}`,
  "postmortem.import": ({ imported, digest }) =>
    `imported the postmortem${text(imported) ? ` of ${text(imported)}` : ""} (${text(digest)})`,
};
