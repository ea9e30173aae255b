import { z } from "zod";
import type { ActionItemState } from "@/lib/core/action-item/model";
import { type OutboundLimits, send } from "../outbound";
import { API_HEADERS, appJwt, forgetToken, type GitHubApp, installationToken } from "./app-token";
import { issueShape, type ToldIssue, toldIssue } from "./issue-payload";
import { GitHubTrouble } from "./review";

/** `gone`: there is no such issue any more. `refused`: the app may not, or not now; that can be mended. */
export type IssueAnswer =
  | { kind: "issue"; issue: ToldIssue }
  | { kind: "gone"; status: number }
  | { kind: "refused"; status: number };

const PERMISSIONS = { issues: "write" };
/** Issues of a list come with their texts, each of up to 64 kB. */
const LIST_BYTES = 4 * 1024 * 1024;
const LISTED = 30;

export type IssuePlace = { app: GitHubApp; repository: string; limits?: OutboundLimits };
type Asked = { method: "GET" | "POST" | "PATCH"; path: string; body?: unknown; maxBytes?: number };
type Answer = { status: number; json: unknown };

/** Opens an issue. Asked again it would open another one: whoever is not sure looks for it first. */
export async function createIssue(place: IssuePlace, issue: { title: string; body: string }): Promise<IssueAnswer> {
  return issueIn(await ask(place, { method: "POST", path: "/issues", body: issue }));
}

export async function readIssue(place: IssuePlace, number: number): Promise<IssueAnswer> {
  return issueIn(await ask(place, { method: "GET", path: `/issues/${number}` }));
}

export type IssueChange = { title?: string; state?: ActionItemState };

export async function changeIssue(
  place: IssuePlace,
  number: number,
  { title, state }: IssueChange,
): Promise<IssueAnswer> {
  const reason = { open: "reopened", done: "completed", cancelled: "not_planned" };
  const stated = state && { state: state === "open" ? "open" : "closed", state_reason: reason[state] };
  return issueIn(await ask(place, { method: "PATCH", path: `/issues/${number}`, body: { title, ...stated } }));
}

/** The issue that says it is of this item, among the newest that changed since then; null for none. */
export async function findIssue(
  place: IssuePlace,
  { actionItemId, since }: { actionItemId: string; since: Date },
): Promise<IssueAnswer | null> {
  const query = new URLSearchParams({
    state: "all",
    sort: "created",
    direction: "desc",
    since: since.toISOString(),
    per_page: String(LISTED),
  });
  const { status, json } = await ask(place, { method: "GET", path: `/issues?${query}`, maxBytes: LIST_BYTES });
  const listed = status === 200 ? z.array(z.unknown()).safeParse(json) : null;
  if (!listed?.success) return outcomeOf(status);
  for (const each of listed.data) {
    const parsed = issueShape.safeParse(each);
    const issue = parsed.success ? toldIssue(parsed.data) : null;
    if (issue?.markedItem === actionItemId) return { kind: "issue", issue };
  }
  return null;
}

/** With the token of the app's installation at this repository; one that was refused is asked for anew, once. */
async function ask(place: IssuePlace, asked: Asked): Promise<Answer> {
  const found = await installationOf(place);
  if (!("id" in found)) return { status: found.status === 404 ? 403 : found.status, json: null };
  const installation = { installationId: found.id, repository: place.repository };
  const first = await attempt(place, installation, asked);
  if (first.status !== 401) return first;
  forgetToken(place.app, installation, PERMISSIONS);
  return attempt(place, installation, asked);
}

async function attempt(
  { app, repository, limits }: IssuePlace,
  installation: { installationId: string; repository: string },
  { method, path, body, maxBytes }: Asked,
): Promise<Answer> {
  const issued = await installationToken(app, installation, { limits, permissions: PERMISSIONS });
  // Without a token nothing was asked of the issue: whatever the status, it is not gone.
  if (!("token" in issued)) return { status: issued.status === 404 ? 403 : issued.status, json: null };
  const answer = await send(
    {
      url: `${base(app)}/repos/${repository}${path}`,
      method,
      headers: { ...API_HEADERS, authorization: `Bearer ${issued.token}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    },
    { ...limits, maxBytes: maxBytes ?? limits?.maxBytes },
  );
  return { status: answer.status, json: parsed(answer.text) };
}

const installed = z.object({ id: z.int() });

/** Where the app is installed at a repository, asked as the app itself. */
async function installationOf({ app, repository, limits }: IssuePlace): Promise<{ id: string } | { status: number }> {
  const { status, text } = await send(
    {
      url: `${base(app)}/repos/${repository}/installation`,
      method: "GET",
      headers: { ...API_HEADERS, authorization: `Bearer ${appJwt(app, new Date())}` },
    },
    limits,
  );
  const found = status === 200 ? installed.safeParse(parsed(text)) : null;
  return found?.success ? { id: String(found.data.id) } : { status };
}

function issueIn({ status, json }: Answer): IssueAnswer {
  if (status !== 200 && status !== 201) return outcomeOf(status);
  const read = issueShape.safeParse(json);
  if (read.success) return { kind: "issue", issue: toldIssue(read.data) };
  throw new GitHubTrouble("GitHub's answer is no issue.");
}

function outcomeOf(status: number): IssueAnswer {
  if (status >= 500 || status === 429) throw new GitHubTrouble(`GitHub answered ${status}.`);
  return { kind: status === 404 || status === 410 ? "gone" : "refused", status };
}

const base = ({ apiUrl }: GitHubApp): string => apiUrl.replace(/\/+$/, "");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
