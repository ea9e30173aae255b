import { expect, type Locator, type Page } from "@playwright/test";
import type { Account } from "../support/stage";
import { visit } from "../support/visit";

type Decision = "Approve" | "Reject";
type Signing = { decision?: Decision; role?: string; comment?: string; password?: string };

/** The go/no-go page of one release, as one person sees it. */
export class ReleasePage {
  constructor(
    readonly page: Page,
    private readonly person: Account,
  ) {}

  async open(id: string): Promise<this> {
    await visit(this.page, `/releases/${id}`);
    await expect(this.verdict).toBeVisible();
    return this;
  }

  get verdict(): Locator {
    return this.page.getByRole("region", { name: "Verdict" });
  }

  /** GO, NO-GO, WAIVER NEEDED or UNKNOWN, of this moment: the page asks the gate again every few seconds. */
  async expectVerdict(word: "GO" | "NO-GO" | "WAIVER NEEDED" | "UNKNOWN"): Promise<void> {
    const heading = this.verdict.getByRole("heading", { name: `Verdict: ${word}`, exact: true });
    await expect(heading).toBeVisible({ timeout: 25_000 });
  }

  get signPanel(): Locator {
    return this.page.getByRole("region", { name: "Sign", exact: true });
  }

  get waitingOn(): Locator {
    return this.page.getByRole("region", { name: "Waiting on" });
  }

  decisionButton(decision: Decision): Locator {
    return this.signPanel.getByRole("button", { name: decision });
  }

  async fillSignature({ role, comment, password }: Signing = {}): Promise<void> {
    if (role) await this.signPanel.getByLabel("Role").selectOption(role);
    if (comment) await this.signPanel.getByLabel("Comment").fill(comment);
    await this.signPanel.getByLabel("Your name").fill(this.person.name);
    await this.signPanel.getByLabel("Password").fill(password ?? this.person.password);
  }

  /** Signs, and waits until the server has confirmed it. */
  async sign(signing: Signing = {}): Promise<void> {
    const { decision = "Approve" } = signing;
    await this.fillSignature(signing);
    await this.decisionButton(decision).click();
    const word = decision === "Approve" ? "Approved" : "Rejected";
    await expect(this.signPanel.getByText(word, { exact: true })).toBeVisible();
    await expect(this.signPanel).toContainText("by you as");
  }

  async withdraw(reason: string): Promise<void> {
    await this.signPanel.getByRole("button", { name: "Withdraw signature" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Withdraw your signature?" });
    await dialog.getByLabel("Reason").fill(reason);
    await dialog.getByRole("button", { name: "Withdraw signature" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Asks for a waiver of one failing check, as the page offers it to who cannot grant one. */
  async requestWaiver(check: string, justification: string): Promise<void> {
    const row = this.page.getByRole("row").filter({ hasText: check });
    await row.getByRole("button", { name: "Request waiver" }).click();
    const dialog = this.page.getByRole("dialog", { name: `Request a waiver: ${check}` });
    await dialog.getByLabel("Justification").fill(justification);
    await dialog.getByLabel("Mitigation").fill("Watched closely for as long as it lasts.");
    await dialog.getByRole("button", { name: "Request waiver" }).click();
    await expect(dialog).toBeHidden();
    await expect(row.getByRole("link", { name: `Waiver requested by ${this.person.name}` })).toBeVisible();
    await expect(row.getByRole("button", { name: "Grant waiver" })).toHaveCount(0);
  }

  /** Grants on its own page what somebody asked for on this one. */
  async grantRequested(check: string, requester: string): Promise<void> {
    const row = this.page.getByRole("row").filter({ hasText: check });
    await row.getByRole("link", { name: `Waiver requested by ${requester}` }).click();
    await expect(this.page).toHaveURL(/\/waivers\/requests\/[0-9a-f-]{36}$/);
    // Both pages have a button of this name.
    await expect(this.page).toHaveURL(/\/waivers\/requests\/[0-9a-f-]{36}$/);
    await expect(this.page.getByRole("heading", { name: `Request to waive ${check}` })).toBeVisible();
    await this.page.getByRole("button", { name: "Grant waiver" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Grant this waiver" });
    await dialog.getByLabel("Password").fill(this.person.password);
    await dialog.getByRole("button", { name: "Sign waiver" }).click();
    await expect(this.page).toHaveURL(/\/waivers\/[0-9a-f-]{36}$/);
  }

  /** Grants a waiver of one failing check, as the page offers it. */
  async waive(check: string, justification: string): Promise<void> {
    const row = this.page.getByRole("row").filter({ hasText: check });
    await row.getByRole("button", { name: "Waive" }).click();
    const dialog = this.page.getByRole("dialog", { name: `Waive: ${check}` });
    await dialog.getByLabel("Justification").fill(justification);
    await dialog.getByLabel("Mitigation").fill("Watched closely for as long as it lasts.");
    await dialog.getByLabel("Password").fill(this.person.password);
    await dialog.getByRole("button", { name: "Sign waiver" }).click();
    await expect(dialog).toBeHidden();
  }
}
