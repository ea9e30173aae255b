import type { FoundRelease } from "../release/find";

/** Which release a decision is about, in words that a pipeline can compare with what it means to deploy. */
export const releaseName = ({ release, service, environment }: FoundRelease) => ({
  id: release.id,
  service: service.slug,
  environment: environment.slug,
  version: release.version,
  commit: release.commit,
});
