import type { Tx } from "@/db/client";
import { followUpGaps, publishingGaps } from "@/lib/core/incident/postmortem/gaps";
import { CONTENT_FIELD_NAMES, type ContentField, EMPTY_CONTENT } from "@/lib/core/incident/postmortem/model";
import { reviewGaps } from "@/lib/core/incident/postmortem/review";
import type { IncidentRow } from "../incident/find";
import { contentOf, latestFields, type SavedField, writersOf } from "./content";
import { factsOf } from "./document";
import type { PostmortemRow } from "./find";
import { givenReviews, type ReviewRow, reviewsOf } from "./reviews";
import { type KeptVersion, versionsOf } from "./versions";
import type { FieldView, PaperView, ReviewView, VersionView } from "./view";

/** A postmortem that was begun, with all that its page shows. */
export async function paperView(tx: Tx, row: IncidentRow, paper: PostmortemRow): Promise<PaperView> {
  const saved = await latestFields(tx, paper);
  const content = contentOf(saved);
  const versions = await versionsOf(tx, row.tenantId, row.id);
  const reviews = await reviewsOf(tx, row.tenantId, row.id);
  const { draftVersion, amendmentReason, revision } = paper;
  return {
    revision,
    draft: draftVersion === null ? null : { version: draftVersion, amendmentReason },
    facts: await factsOf(tx, row, paper.importedReference),
    fields: fieldsView(saved, paper),
    versions: versions.map(versionView),
    reviews: reviews.map((review) => reviewView(review, revision)),
    publishGaps: [...publishingGaps(content).map((name) => `${name} is empty`), ...followUpGaps(content.followUps)],
    completeGaps: await completeGaps(tx, paper, { latest: versions[0], reviews }),
    importedReference: paper.importedReference,
  };
}

function fieldsView(saved: readonly SavedField[], paper: PostmortemRow): Record<ContentField, FieldView> {
  const views = CONTENT_FIELD_NAMES.map((field): [ContentField, FieldView] => {
    const known = saved.find((each) => each.field === field);
    const { value = EMPTY_CONTENT[field], revision = 0, by = paper.byName, isPrefilled = true } = known ?? {};
    return [field, { value, revision, by, at: (known?.at ?? paper.begunAt).toISOString(), isPrefilled }];
  });
  return Object.fromEntries(views) as Record<ContentField, FieldView>;
}

const versionView = ({ version, archive }: KeptVersion): VersionView => ({
  ...{ version: version.version, revision: version.revision, digest: version.digest, reason: version.reason },
  publishedAt: version.publishedAt.toISOString(),
  publishedBy: version.byName,
  archive: archive && {
    completedAt: archive.completedAt.toISOString(),
    completedBy: archive.byName,
    documentDigest: archive.documentDigest,
  },
});

const reviewView = (review: ReviewRow, revision: number): ReviewView => ({
  ...{ id: review.id, reviewerId: review.reviewerId, reviewer: review.reviewerName, askedBy: review.byName },
  ...{ answer: review.answer, note: review.note, isCurrent: review.revision === revision },
  askedAt: review.askedAt.toISOString(),
  answeredAt: review.answeredAt?.toISOString() ?? null,
});

type Judged = { latest: KeptVersion | undefined; reviews: readonly ReviewRow[] };

async function completeGaps(tx: Tx, paper: PostmortemRow, { latest, reviews }: Judged): Promise<string[]> {
  if (!latest || paper.draftVersion !== null) return ["it is not published"];
  const { revision, byId } = latest.version;
  const writerIds = await writersOf(tx, paper, revision);
  return reviewGaps(givenReviews(reviews), { revision, publisherId: byId, writerIds });
}
