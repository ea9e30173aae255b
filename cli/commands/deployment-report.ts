import { z } from "zod";
import { DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { splitManifestDocument } from "@/lib/core/manifest/export";
import { badInput } from "../exit";
import { readJson } from "../files/read";
import { instantOption } from "../instant-option";
import { type Io, setting } from "../io";
import { shippingHashes } from "../manifest/artifacts";
import { plain } from "../report/text";
import { required } from "../server/target";
import { type SendOptions, send } from "./send";

export type ReportOptions = SendOptions & {
  state: string;
  service?: string;
  environment?: string;
  artifact?: string[];
  manifest?: string;
  commit?: string;
  version?: string;
  id?: string;
  at?: string;
  url?: string;
  by?: string;
};

const answer = z.looseObject({ id: z.string(), match: z.string(), explanation: z.string() });

/** Reports a deployment to the server. What nothing allowed is told on the error output too: it has to be explained. */
export async function reportDeployment(io: Io, options: ReportOptions): Promise<void> {
  const { commit, version, url, at } = options;
  const by = options.by ?? setting(io, "GITHUB_ACTOR");
  const artifacts = await deployedHashes(io, options);
  const body = {
    service: required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE"),
    environment: required(
      options.environment ?? setting(io, "READINESS_ENVIRONMENT"),
      "--environment or READINESS_ENVIRONMENT",
    ),
    externalId: required(options.id ?? gitHubName(io), "--id"),
    state: stateOf(options.state),
    deployedAt: at === undefined ? io.now().toISOString() : instantOption("--at", at),
    artifacts,
    ...(commit === undefined ? {} : { commit }),
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
    ...(by === undefined ? {} : { deployedBy: by }),
  };
  const write = { method: "POST", path: "deployments", body } as const;
  const told = await send(io, options, write, answer, ({ match, explanation, id }) => {
    return `Deployment ${id} is recorded: ${WORDS[match] ?? match}. ${explanation}`;
  });
  if (told.match === "bypass") {
    io.err(`readiness: nothing allowed this deployment. ${plain(told.explanation)} A person has to explain it.\n`);
  }
}

const WORDS: Record<string, string> = {
  approved: "approved",
  break_glass: "by break-glass",
  bypass: "without approval",
  pending: "not matched yet",
  recorded: "no approval is asked for",
  rollback: "an earlier approved release",
};

async function deployedHashes(io: Io, { artifact = [], manifest }: ReportOptions): Promise<string[]> {
  const hashes = await shippingHashes(io, artifact);
  if (manifest === undefined) return hashes;
  const { content } = splitManifestDocument(await readJson(io, manifest));
  return [...new Set([...hashes, ...content.artifacts.map(({ hash }) => hash)])];
}

/** The same for the start and the end of one job, and another when the run is started again. */
function gitHubName(io: Io): string | undefined {
  const run = setting(io, "GITHUB_RUN_ID");
  if (run === undefined) return undefined;
  return ["github", run, setting(io, "GITHUB_RUN_ATTEMPT") ?? "1", setting(io, "GITHUB_JOB") ?? "job"].join("/");
}

function stateOf(text: string): string {
  const state = DEPLOYMENT_STATES.find((each) => each === text);
  if (state) return state;
  throw badInput(`--state ${text}: must be one of ${DEPLOYMENT_STATES.join(", ")}`);
}
