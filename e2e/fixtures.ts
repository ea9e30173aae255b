import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { ReleasePage } from "./pages/release-page";
import { Api } from "./support/api";
import { type Candidate, type CandidateOptions, makeCandidate } from "./support/candidate";
import { openRegistry, type Registry } from "./support/registry";
import { signInOn } from "./support/sign-in";
import { type Account, baseUrl, sampleSignIn } from "./support/stage";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;
type WorkerFixtures = {
  registry: Registry;
  api: Api;
  /** Sessions by e-mail: everybody signs in by the page once, and every test begins from there. */
  sessions: Map<string, StorageState>;
};
type TestFixtures = {
  /** A release of its own, on a service of its own, that waits for signatures. */
  candidate(options?: CandidateOptions): Promise<Candidate>;
  /** A page in a browser of their own: of somebody of the sample, `as("priya")`, or of any other account. */
  as(who: string | Account): Promise<Page>;
  /** The same, on the page of a release. */
  onRelease(who: string | Account, id: string): Promise<ReleasePage>;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
  registry: [async ({}, use) => openRegistry(use), { scope: "worker" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
  sessions: [async ({}, use) => use(new Map()), { scope: "worker" }],
  api: [
    async ({ playwright, registry }, use) => {
      const authorization = `Bearer ${registry.apiToken}`;
      const http = await playwright.request.newContext({ baseURL: baseUrl(), extraHTTPHeaders: { authorization } });
      await use(new Api(http));
      await http.dispose();
    },
    { scope: "worker" },
  ],
  candidate: async ({ api, registry }, use) => {
    await use(async (options) => makeCandidate(api, await registry.newService(), options));
  },
  as: async ({ browser, sessions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const person = accountOf(who);
      const context = await browser.newContext({ storageState: sessions.get(person.email) });
      opened.push(context);
      const page = await context.newPage();
      if (!sessions.has(person.email)) {
        await signInOn(page, person);
        sessions.set(person.email, await context.storageState());
      }
      return page;
    });
    for (const context of opened) await context.close();
  },
  onRelease: async ({ as }, use) => {
    await use(async (who, id) => new ReleasePage(await as(who), accountOf(who)).open(id));
  },
});
const accountOf = (who: string | Account): Account => (typeof who === "string" ? sampleSignIn(who) : who);

export { expect } from "@playwright/test";
