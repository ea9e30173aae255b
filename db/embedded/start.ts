import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DomainError } from "@/lib/core/errors";
import { findRunning } from "./adopt";
import { initialise, isInitialised, SUPERUSER } from "./initialise";
import { withMutex } from "./mutex";
import { type Placement, placeDatabase } from "./placement";
import { nativeFolder } from "./platform";
import { watchServer } from "./reachable";
import { ensureRolesAndDatabase, OWNER_ROLE, WEB_ROLE } from "./roles";
import { readSecret, secretFile } from "./secret-file";
import { bootServer } from "./server";

export interface EmbeddedOptions {
  /** Folder for everything that is kept; READINESS_DATA_DIR or `.data` of the project when absent. */
  home?: string;
  database?: string;
  /** More PostgreSQL settings, for example `{ fsync: "off" }` where nothing has to survive. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  ownerUrl: string;
  appUrl: string;
  adminUrl: string;
  /** The folder in use; not the wanted one when the account that runs PostgreSQL cannot reach that. */
  home: string;
  /** Another process owns the server: `stop` leaves it running. */
  adopted: boolean;
  stop(): Promise<void>;
  exited: Promise<void>;
}

interface Server {
  adminUrl: string;
  adopted: boolean;
  stop(): Promise<void>;
  exited: Promise<void>;
}

export function defaultHome(): string {
  return path.resolve(process.env.READINESS_DATA_DIR || fileURLToPath(new URL("../../.data", import.meta.url)));
}

/** Starts the embedded PostgreSQL, or adopts the one that runs on the same data. Safe to race. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const log = options.log ?? (() => {});
  const database = options.database ?? "readiness";
  const wanted = options.home ?? defaultHome();
  const place = placeDatabase(wanted, nativeFolder());
  if (place.home !== path.resolve(wanted)) log(`PostgreSQL's account cannot reach ${wanted}`);
  const waiting = () => log("waited for another start on the same data");
  return withMutex(`database ${realpathSync(place.home)}`, () => startLocked(place, database, options, log), waiting);
}

async function startLocked(
  place: Placement,
  database: string,
  options: EmbeddedOptions,
  log: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const password = superuserPassword(place);
  const roles = [OWNER_ROLE, WEB_ROLE].map((name) => ({ name, password: rolePassword(place, name) }));
  const urlOf = (port: number) => connectionUrl(SUPERUSER, password, port, "postgres");
  const running = await findRunning(place.data, urlOf);
  const server = running ? await adopt(running) : await own(place, password, urlOf, options.settings ?? {}, log);
  try {
    await ensureRolesAndDatabase(server.adminUrl, roles, database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const port = Number(new URL(server.adminUrl).port);
  const [ownerUrl = "", appUrl = ""] = roles.map((role) => connectionUrl(role.name, role.password, port, database));
  const adminUrl = connectionUrl(SUPERUSER, password, port, database);
  return { ...server, ownerUrl, appUrl, adminUrl, home: place.home };
}

async function adopt(adminUrl: string): Promise<Server> {
  const watch = await watchServer(adminUrl);
  return { adminUrl, adopted: true, stop: watch.close, exited: watch.gone };
}

async function own(
  place: Placement,
  password: string,
  urlOf: (port: number) => string,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<Server> {
  if (!isInitialised(place.data)) {
    log("created a new database");
    initialise(place, password);
  }
  const { url, process: server } = await bootServer(place, urlOf, settings);
  const exited = server.exited.then(() => {});
  return { adminUrl: url, adopted: false, stop: () => server.stop().then(() => {}), exited };
}

function superuserPassword(place: Placement): string {
  const file = path.join(place.home, "postgres-password");
  if (isInitialised(place.data) && readSecret(file) === undefined) {
    throw new DomainError("unavailable", `${file} is missing, so nobody can sign in to the database in ${place.data}.`);
  }
  mkdirSync(place.home, { recursive: true });
  return secretFile(file);
}

function rolePassword(place: Placement, role: string): string {
  return secretFile(path.join(place.home, `${role.replaceAll("_", "-")}-password`));
}

function connectionUrl(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
