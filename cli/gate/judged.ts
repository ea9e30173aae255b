import type { Verdict } from "@/lib/core/gate/verdict";
import { type Io, setting } from "../io";
import type { Context } from "../report/text";
import type { NamedRelease, TargetOptions } from "../server/target";

/** A verdict with what is told about it; `record` is what a decision file holds. */
export type Judged = { verdict: Verdict; record: unknown; context: Context; release: Partial<NamedRelease> };

export const subjectOf = ({ service, version, environment }: NamedRelease): string =>
  `${service} ${version} for ${environment}`;

/** As far as options and environment name it. */
export const toldRelease = (io: Io, { service, environment, version }: TargetOptions): Partial<NamedRelease> => ({
  service: service ?? setting(io, "READINESS_SERVICE"),
  environment: environment ?? setting(io, "READINESS_ENVIRONMENT"),
  version,
});
