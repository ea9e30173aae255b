import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Verdict } from "@/lib/core/gate/verdict";

export type Evaluated = { decisionId: string; verdict: Verdict; manifestDigest: string | null; traceId: string };
export type Stored = { id: string; digest: string };

/** The HTTP API as a pipeline uses it: whatever is not a success is an error that shows the answer. */
export class Api {
  constructor(readonly http: APIRequestContext) {}

  async createRelease(body: { service: string; environment: string; version: string; commit: string }) {
    return this.post<{ id: string }>("/api/v1/releases", body);
  }

  async advance(id: string, body: { stage: string; status?: string; artifacts?: string[] }) {
    return this.post<{ stage: string; status: string }>(`/api/v1/releases/${id}/advance`, body);
  }

  async submitScorecard(body: { service: string; environment: string; commit: string; document: unknown }) {
    return this.post<Stored>("/api/v1/scorecards", body);
  }

  async submitTests(body: { service: string; document: unknown }) {
    return this.post<Stored & { tests: number }>("/api/v1/test-results", body);
  }

  async submitMetrics(body: { service: string; document: unknown }) {
    return this.post<Stored>("/api/v1/metrics", body);
  }

  async putManifest(id: string, document: unknown) {
    const answer = await this.http.put(`/api/v1/releases/${id}/manifest`, { data: document });
    return read<Stored & { revision: number; changed: boolean }>(answer);
  }

  async recordRehearsal(document: unknown) {
    return this.post<{ id: string }>("/api/v1/rehearsals", document);
  }

  async reportDeployment(body: Record<string, unknown>) {
    return this.post<{ id: string; match: string; duplicate: boolean }>("/api/v1/deployments", body);
  }

  async evaluate(id: string) {
    return this.post<Evaluated>(`/api/v1/releases/${id}/gate`);
  }

  /** What the waivers that a stored decision rests on are worth by now. */
  async waiverStates(decisionId: string) {
    type Decision = { standing: { waivers: { state: string }[] } };
    const decision = await read<Decision>(await this.http.get(`/api/v1/decisions/${decisionId}`));
    return decision.standing.waivers.map(({ state }) => state);
  }

  /** The stored verdict's word: what the pipeline acts on. */
  async verdictOf(id: string) {
    return (await this.evaluate(id)).verdict.verdict;
  }

  /** Checks that do not pass and are not waived. */
  async failingChecks(id: string) {
    const { checks } = (await this.evaluate(id)).verdict;
    return checks.filter(({ outcome, waived }) => outcome !== "pass" && !waived).map((check) => check.id);
  }

  async release(id: string) {
    return read<Record<string, unknown>>(await this.http.get(`/api/v1/releases/${id}`));
  }

  private async post<T>(path: string, data?: unknown): Promise<T> {
    return read<T>(await this.http.post(path, data === undefined ? {} : { data }));
  }
}

async function read<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.status()} ${answer.url()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
