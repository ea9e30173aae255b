import { expect, type Locator, type Page } from "@playwright/test";
import { visit } from "../support/visit";

/** The timeline on the page of an incident. */
export class TimelinePart {
  readonly part: Locator;

  constructor(readonly page: Page) {
    this.part = page.getByRole("region", { name: /^Timeline/ });
  }

  /** Opens an incident's page and waits until it hears of what others write. */
  async open(address: string): Promise<this> {
    await visit(this.page, address);
    await this.live();
    return this;
  }

  /** The server has said something on the stream, which then is not held back on its way. */
  async live(): Promise<void> {
    await expect(this.part.getByRole("status").getByText("live", { exact: true })).toBeVisible();
  }

  /** One key leads to the field, Enter writes what is in it. */
  async write(text: string): Promise<void> {
    const field = this.part.getByLabel("What happened");
    await field.blur();
    await this.page.keyboard.press("n");
    await expect(field).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await expect(field).toHaveValue("");
  }

  entry(text: string): Locator {
    return this.part
      .getByRole("list", { name: /^Entries/ })
      .getByRole("listitem")
      .filter({ hasText: text });
  }

  get unsent(): Locator {
    return this.part.getByRole("list", { name: "Not on the timeline yet" });
  }

  /** Texts of all entries with these words, the first one first. */
  async texts(words: string): Promise<string[]> {
    const lines = await this.entry(words).allInnerTexts();
    return lines.map((line) => line.match(new RegExp(`${words} \\d+`))?.[0] ?? line).toReversed();
  }
}
