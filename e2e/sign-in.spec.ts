import { expect, test } from "./fixtures";
import { fillSignIn } from "./support/sign-in";
import { sampleSignIn } from "./support/stage";
import { alive, visit } from "./support/visit";

test("a wrong password is refused in the same words as an unknown address, and the address is kept", async ({
  page,
}) => {
  await visit(page, "/sign-in");
  const { email } = sampleSignIn("rafael");
  const words: (string | null)[] = [];
  for (const address of [email, "nobody@meridian.example"]) {
    await fillSignIn(page, { email: address, password: "not the password" });
    await expect(page.getByRole("alert").filter({ hasText: /wrong/i })).toBeVisible();
    words.push(await page.getByRole("alert").filter({ hasText: /wrong/i }).textContent());
    await expect(page).toHaveURL(/sign-in/);
    await expect(page.getByLabel("E-mail")).toHaveValue(address);
  }
  expect(words[1]).toBe(words[0]);
});

test("a page that needs a session leads to sign-in, and back to it afterwards", async ({ page }) => {
  await visit(page, "/releases?service=cli");
  await expect(page).toHaveURL(/sign-in/);
  await fillSignIn(page, sampleSignIn("rafael"));
  await expect(page).toHaveURL(/\/releases\?service=cli$/);
  await expect(page.getByRole("heading", { level: 1, name: "Releases" })).toBeVisible();
});

test("signing out ends the session", async ({ page }) => {
  const person = sampleSignIn("rafael");
  await visit(page, "/sign-in");
  await fillSignIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
  await alive(page);
  await page.getByRole("button", { name: `Account: ${person.name}` }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await visit(page, "/");
  await expect(page).toHaveURL(/sign-in/);
});

test("nobody is led to another site after signing in", async ({ page, baseURL }) => {
  await visit(page, "/sign-in?back=https%3A%2F%2Felsewhere.example%2F");
  await fillSignIn(page, sampleSignIn("rafael"));
  await expect(page).not.toHaveURL(/sign-in/);
  expect(new URL(page.url()).origin).toBe(baseURL);
});
