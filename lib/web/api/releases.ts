import { z } from "zod";
import { STAGES } from "@/lib/core/release/stages";
import { releaseChecklist } from "@/lib/registry/checklist/queries";
import { advanceRelease } from "@/lib/registry/release/advance";
import { createRelease } from "@/lib/registry/release/create";
import { listReleases, releaseDetail } from "@/lib/registry/release/queries";
import { readRoute, route } from "../route";
import * as schema from "./release-schemas";

const RELEASES = "/api/v1/releases";
const LARGEST_PAGE = 200;

export const createRoute = route(createRelease, {
  method: "POST",
  path: RELEASES,
  id: "createRelease",
  summary: "Create a release candidate",
  body: createRelease.input,
  answer: schema.createdRelease,
  answerStatus: 201,
  input: (body) => body,
});

const listQuery = z.strictObject({
  service: z.string().max(63).optional(),
  environment: z.string().max(63).optional(),
  version: z.string().max(100).optional().describe("Part of the version"),
  verdict: schema.standingVerdict.optional(),
  stage: z.enum(STAGES).optional(),
  cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number<string>().int().min(1).max(LARGEST_PAGE).optional(),
});

export const listRoute = readRoute({
  method: "GET",
  path: RELEASES,
  id: "listReleases",
  summary: "List releases, newest first",
  query: listQuery,
  answer: schema.releasePage,
  read: async (actor, { query: { cursor, limit, ...filter } }) => {
    const { items, next } = await listReleases(actor, filter, { after: cursor, size: limit });
    return { items, nextCursor: next };
  },
});

export const detailRoute = readRoute({
  method: "GET",
  path: `${RELEASES}/{id}`,
  id: "getRelease",
  summary: "One release",
  answer: schema.releaseDetail,
  read: async (actor, { id }) => {
    const [release, { items, done, open }] = await Promise.all([releaseDetail(actor, id), releaseChecklist(actor, id)]);
    return { ...release, checklist: { items, done, open } };
  },
});

const advanceBody = advanceRelease.input.omit({ releaseId: true });

export const advanceRoute = route(advanceRelease, {
  method: "POST",
  path: `${RELEASES}/{id}/advance`,
  id: "advanceRelease",
  summary: "Start or finish a stage",
  description:
    "Out of order it is refused with 409 and the stage that is missing, and the attempt is recorded. `production` " +
    "starts only on an approve at this moment, or an open break-glass, for exactly the artifact hashes of the manifest. " +
    "`readiness` succeeds only with a scorecard of its commit and environment. Entering `staging` drafts the manifest " +
    "where none has been put, and requests approvals. `aborted` and `rolled_back` need a reason in `note`; only a " +
    "person, on the release's page, sets `rejected`.",
  body: advanceBody,
  answer: schema.advanced,
  input: (body, releaseId) => ({ ...body, releaseId }),
});
