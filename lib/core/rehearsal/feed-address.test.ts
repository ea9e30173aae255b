import { expect, it } from "vitest";
import { feedFile, feedSecretHash, readFeedFile } from "./feed-address";

const address = { id: "0199a5c4-1111-7222-8333-444455556666", secret: `${"aB3".repeat(14)}x` };

it("an address is read back as it was given, and nothing else is one", () => {
  const file = feedFile(address);
  expect(readFeedFile(file)).toEqual(address);
  for (const other of [
    "",
    file.slice(0, -4),
    `${file}x`,
    file.replace(".ics", ".ICS"),
    file.replace("0199", "019"),
    file.replace("aB3", "aB_"),
    file.replace("aB3aB3", "aB3"),
    `../${file}`,
    `${file}\n`,
  ]) {
    expect(readFeedFile(other)).toBeNull();
  }
});

it("what is stored says nothing of the secret but whether it is the same", () => {
  expect(feedSecretHash(address.secret)).toMatch(/^[0-9a-f]{64}$/);
  expect(feedSecretHash(`${address.secret.slice(0, -1)}y`)).not.toBe(feedSecretHash(address.secret));
});
