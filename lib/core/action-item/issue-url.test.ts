import { expect, it } from "vitest";
import { issueOf, pagesOrigin } from "./issue-url";

it.each([
  ["https://github.com/Acme/Shop/issues/12", { origin: "https://github.com", repository: "acme/shop", number: 12 }],
  [
    "https://ghe.example.com/a/b/issues/1/#issuecomment-3",
    { origin: "https://ghe.example.com", repository: "a/b", number: 1 },
  ],
  ["https://github.com/acme/shop/pull/12", null],
  ["https://github.com/acme/shop/issues/012", null],
  ["https://github.com/acme/shop/issues", null],
  ["https://me:pass@github.com/acme/shop/issues/1", null],
  ["acme/shop#12", null],
])("%s", (address, named) => {
  expect(issueOf(address)).toEqual(named);
});

it.each([
  ["https://api.github.com", "https://github.com"],
  ["https://api.acme.ghe.com/", "https://acme.ghe.com"],
  ["https://github.example.com/api/v3", "https://github.example.com"],
  ["http://127.0.0.1:8080/api/v3", "http://127.0.0.1:8080"],
])("the pages of %s are at %s", (api, pages) => {
  expect(pagesOrigin(api)).toBe(pages);
});
