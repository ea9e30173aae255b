import fc from "fast-check";
import { expect, it } from "vitest";
import { fillTemplate, PLACEHOLDERS, templateFault, templateText } from "./template";

const values = {
  service: "service-api",
  environment: "production",
  version: "1.0 rc/2",
  commit: "abc",
  from: "1759320000000",
  to: "1759321800000",
};

it.each([
  ["https://grafana.example.com/d/abc?var-service={service}&from={from}&to={to}"],
  ["http://localhost:3000/{environment}/{version}#{commit}"],
  ["https://example.com"],
])("%s can be used", (template) => {
  expect(templateFault(template)).toBeNull();
});

it.each([
  ["javascript:alert(1)", "begin with http"],
  ["ftp://example.com/{service}", "begin with http"],
  ["//example.com/{service}", "begin with http"],
  ["https:///path", "begin with http"],
  ["https://{service}.example.com/", "fixed host"],
  ["https://user:secret@example.com/", "fixed host"],
  ["https://example.com/{services}", "{services} is not known"],
  ["https://example.com/{}", "{} is not known"],
  ["https://example.com/{ service }", "{ service } is not known"],
  ["https://example.com/{service", "brace without"],
  ["https://example.com/service}", "brace without"],
  ["https://exa mple.com/", "not an address"],
])("%s is refused: %s", (template, why) => {
  expect(templateFault(template)).toContain(why);
  expect(templateText.safeParse(template).success).toBe(false);
});

it("each placeholder is filled, percent-encoded, as often as it stands there", () => {
  expect(fillTemplate("https://example.com/{service}/{version}?v={version}&from={from}&to={to}", values)).toBe(
    "https://example.com/service-api/1.0%20rc%2F2?v=1.0%20rc%2F2&from=1759320000000&to=1759321800000",
  );
});

it("whatever a release is called, the link stays on its host and holds every value whole", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((each) => each.isWellFormed());
  const template = `https://example.com/d?${PLACEHOLDERS.map((name) => `${name}={${name}}`).join("&")}`;
  const record = fc.record({ service: text, environment: text, version: text, commit: text, from: text, to: text });
  fc.assert(
    fc.property(record, (given) => {
      const url = new URL(fillTemplate(template, given));
      expect(url.host).toBe("example.com");
      expect(Object.fromEntries(url.searchParams)).toEqual(given);
    }),
  );
});
