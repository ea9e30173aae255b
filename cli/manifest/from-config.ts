import { dirname, relative, resolve, sep } from "node:path";
import { configurationDeltas } from "@/lib/core/manifest/configuration-delta";
import type { Configuration, ManifestContent } from "@/lib/core/manifest/schema";
import { badInput } from "../exit";
import type { Io } from "../io";
import { required } from "../server/target";
import { type Artifact, hashSources } from "./artifacts";
import { completeManifest, type Identity, type IdentityOptions, identify } from "./complete";
import { gatherConfiguration } from "./configuration/gather";
import { findPrevious, type Previous, type PreviousOptions } from "./previous";
import { type ReadConfig, type ReleaseConfig, readReleaseConfig } from "./release-config";

export type FromConfigOptions = IdentityOptions & PreviousOptions & { config: string; out: string };
export type BuiltManifest = {
  content: ManifestContent;
  /** Version that the configuration was compared with; null: none was released before, undefined: not compared. */
  comparedWith: string | null | undefined;
};

const ONLY_THIS_COMMIT =
  "which release came before is not known, so only the commit's own authors are listed, and others might sign their own work";

/** The manifest that `release_config.yml`, the files that it names, git and the last release make. */
export async function manifestFromConfig(io: Io, options: FromConfigOptions): Promise<BuiltManifest> {
  const read = await readReleaseConfig(io, options.config);
  const { config } = read;
  const identity = await identify(io, config, options);
  const previous = await findPrevious(io, options, placeOf(identity));
  if (previous.state === "unknown" && !config.authors) io.err(`readiness: warning: ${ONLY_THIS_COMMIT}\n`);
  const { artifacts, configuration: sources, scorecard, ...stated } = config;
  const configuration = sources && (await gatherConfiguration(io, sources, read.lineOf));
  const changes = configuration ? { configuration, configuration_deltas: deltas(configuration, previous, read) } : {};
  const content = await completeManifest(
    io,
    { ...stated, ...changes, ...(scorecard && { scorecard_path: pathFrom(io, options.out, scorecard) }) },
    {
      identity,
      artifacts: await hashAll(io, artifacts, read),
      ...(scorecard && { scorecard }),
      ...(previous.state === "found" && { since: previous.content.commit }),
    },
  );
  return { content, comparedWith: configuration && (previous.state === "found" ? previous.content.release : null) };
}

function placeOf({ release, service, environment }: Identity) {
  return {
    release: required(release, "release in the file, or --version"),
    service: required(service, "service in the file, --service or READINESS_SERVICE"),
    environment: required(environment, "environment in the file, --environment or READINESS_ENVIRONMENT"),
  };
}

/** Never empty because nobody knew: what cannot be compared is bad input. */
function deltas(configuration: Configuration, previous: Previous, { lineOf }: ReadConfig) {
  if (previous.state === "none") return configurationDeltas([], configuration);
  if (previous.state === "unknown") {
    const ways = "give --server, or --previous with the manifest released last, or --first where there is none";
    throw badInput(`${lineOf("configuration")}: configuration has nothing to be compared with: ${ways}`);
  }
  const { release, configuration: before } = previous.content;
  if (before) return configurationDeltas(before, configuration);
  throw badInput(
    `${lineOf("configuration")}: the manifest of ${release}, released last, does not tell its configuration; with --first every key counts as new`,
  );
}

async function hashAll(io: Io, given: ReleaseConfig["artifacts"], { lineOf }: ReadConfig): Promise<Artifact[]> {
  const found = new Map<string, Artifact>();
  for (const [index, artifact] of given.entries()) {
    const told = `${lineOf(`artifacts[${index}]`)}: artifacts[${index}]`;
    for (const each of await hashedOf(io, artifact, told)) {
      const known = found.get(each.name);
      if (known && known.hash !== each.hash) throw badInput(`${told}: ${each.name} is given twice`);
      found.set(each.name, each);
    }
  }
  return [...found.values()];
}

function hashedOf(io: Io, artifact: ReleaseConfig["artifacts"][number], told: string): Promise<Artifact[]> {
  if (typeof artifact === "string") return hashSources(io, [{ name: null, pattern: artifact, told }]);
  if ("hash" in artifact) return Promise.resolve([artifact]);
  return hashSources(io, [{ name: artifact.name, pattern: artifact.path, told }]);
}

/** As the manifest itself would name the file: relative to its own folder, wherever both are moved together. */
const pathFrom = (io: Io, manifest: string, file: string): string =>
  relative(dirname(resolve(io.cwd, manifest)), resolve(io.cwd, file))
    .split(sep)
    .join("/");
