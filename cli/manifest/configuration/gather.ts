import { configurationOf } from "@/lib/core/manifest/configuration-delta";
import type { Configuration } from "@/lib/core/manifest/schema";
import { badInput } from "../../exit";
import { findFiles } from "../../files/glob";
import { readJson, readText } from "../../files/read";
import type { Io } from "../../io";
import { readYaml } from "../../yaml/read-yaml";
import { readEnvFile } from "./env-file";
import { flatten } from "./flatten";
import { checkSettings, layerOf, type Setting } from "./settings";

export type ConfigurationSources = {
  files: readonly { path: string; prefix: string }[];
  values: Readonly<Record<string, unknown>>;
  not_secret: readonly string[];
};
type Read = (io: Io, path: string) => Promise<{ key: string; value: string; line?: number }[]>;

/**
 * The effective configuration: each entry of `files` is a layer, later ones override earlier ones, and `values` override
 * all. Within a layer a key may stand once. Bad input for secrets and for files of an unknown kind. `lineOf` says where
 * a field of the document is that names these sources.
 */
export async function gatherConfiguration(
  io: Io,
  { files, values, not_secret }: ConfigurationSources,
  lineOf: (field: string) => string,
): Promise<Configuration> {
  const settings = new Map<string, Setting>();
  for (const file of files) {
    for (const [key, setting] of layerOf(await readLayer(io, file))) settings.set(key, setting);
  }
  const stated = flatten(values, lineOf("configuration.values")).map((each) => ({
    ...each,
    origin: lineOf(`configuration.values.${each.key}`),
  }));
  for (const [key, setting] of layerOf(stated)) settings.set(key, setting);
  checkSettings(settings.values(), not_secret, lineOf("configuration.not_secret"));
  return configurationOf(new Map([...settings.values()].map(({ key, value }) => [key, value])));
}

async function readLayer(io: Io, { path, prefix }: { path: string; prefix: string }): Promise<Setting[]> {
  const layer: Setting[] = [];
  for (const file of await findFiles(io, path)) {
    for (const { key, value, line } of await readerOf(file)(io, file)) {
      layer.push({ key: `${prefix}${key}`, value, origin: line === undefined ? file : `${file}:${line}` });
    }
  }
  return layer;
}

const readEnv: Read = async (io, path) => readEnvFile(await readText(io, path), path);
const readJsonFile: Read = async (io, path) => flatten(await readJson(io, path), path);
/** Such a file is the service's own: `{{NAME}}` in it is none of this program's business. */
const readYamlFile: Read = async (io, path) => flatten((await readYaml(io, path)).value, path);

const READERS: [RegExp, Read][] = [
  [/(?:^|\/)\.env(?:\.[^/]*)?$|\.env$/, readEnv],
  [/\.json$/, readJsonFile],
  [/\.ya?ml$/, readYamlFile],
];

function readerOf(path: string): Read {
  const reader = READERS.find(([pattern]) => pattern.test(path))?.[1];
  if (!reader) throw badInput(`${path}: is not a kind of configuration file that is known: .env, .json, .yaml`);
  return reader;
}
