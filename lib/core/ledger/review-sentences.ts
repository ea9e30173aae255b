import { because, text, type Words } from "./sentence-words";

/** What the commands of the quarterly review did, said of their records. */
export const REVIEW_SENTENCES: Record<string, Words> = {
  "review.open": ({ quarter }) => `opened the review of ${text(quarter)}`,
  "review.open-due": ({ quarter }) => `opened the review of ${text(quarter)}, which has ended`,
  "review.note": ({ quarter, text: said }) => `noted in the review of ${text(quarter)}${because(said)}`,
  "review.carry-over": ({ quarter, title, until }) =>
    `carried “${text(title)}” over until ${text(until)} in the review of ${text(quarter)}`,
  "review.sign-off": ({ quarter, digest }) => `signed off the review of ${text(quarter)} (${text(digest)})`,
  "review.complete": ({ quarter, conclusion }) => `completed the review of ${text(quarter)}${because(conclusion)}`,
};
