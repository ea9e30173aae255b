import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { TrendChartProps } from "./chart-model";
import { SmallMultiples } from "./small-multiples";
import { TrendChart } from "./trend-chart";

const stretches = [1, 8, 15].map((day) => ({
  from: new Date(Date.UTC(2026, 9, day)).toISOString(),
  until: new Date(Date.UTC(2026, 9, day + 7)).toISOString(),
}));
const chart: TrendChartProps = {
  title: "Runs that passed",
  says: "One service, 50% at the end.",
  stretches,
  series: [{ id: "a", label: "Payments", values: [1, null, 0.5], details: ["4 of 4", null, "2 of 4"] }],
  unit: "share",
  limit: { value: 0.98, label: "at least 98%" },
  marks: [{ at: "2026-10-09T00:00:00.000Z", kind: "release", label: "2026.10.2", href: "/releases/1" }],
  fileName: "runs",
};
const partOf = (html: string, tag: string): string => html.split(`<${tag}`)[1]?.split(`</${tag}>`)[0] ?? "";

describe("a chart before any script", () => {
  const html = renderToStaticMarkup(<TrendChart {...chart} />);
  const drawing = html.split('role="img"')[1]?.split("<details")[0] ?? "";

  it("is drawn with axes, limit and dates, and says what it shows", () => {
    expect(drawing).toContain('aria-label="One service, 50% at the end."');
    for (const text of ["100%", "at least 98%", "1 Oct"]) expect(drawing).toContain(`>${text}<`);
  });

  it("has all numbers in its table, gaps told from zeros, and a link for each mark there", () => {
    const table = partOf(html, "table");
    for (const text of ["100%", "4 of 4", "no data", "50%", "2 of 4"]) expect(table).toContain(text);
    expect(table).toContain('href="/releases/1"');
    expect(drawing).not.toContain("<a ");
  });

  it("draws no more series than can be told apart, and says where the others are", () => {
    const series = Array.from({ length: 10 }, (_, at) => ({ id: `${at}`, label: `Service ${at}`, values: [1, 1, 1] }));
    const many = renderToStaticMarkup(<TrendChart {...chart} series={series} />);
    expect(many).toContain("The other 2 are in the table.");
    expect(many.split('role="img"')[1]?.split("<table")[0]).not.toContain("data-9");
    expect(partOf(many, "table")).toContain("Service 9");
  });

  it("says so where there is nothing to draw", () => {
    const empty = chart.series.map((each) => ({ ...each, values: [null, null, null] }));
    expect(renderToStaticMarkup(<TrendChart {...chart} series={empty} />)).toContain("No data in this period");
    expect(html).not.toContain("No data in this period");
  });
});

it("small multiples say their shared scale, their trend in words, and all numbers", () => {
  const items = [{ id: "a", label: "Payments", href: "/readiness?service=a", values: [1, null, 0.5], latest: "50%" }];
  const scale = { low: 0, high: 1 };
  const html = renderToStaticMarkup(
    <SmallMultiples title="Runs" says="One." items={items} stretches={stretches} unit="share" scale={scale} />,
  );
  expect(html).toContain("Trend, 0% to 100%");
  expect(html).toContain('aria-label="50% to 100%, first 100%, last 50%"');
  expect(html).toContain('href="/readiness?service=a"');
  expect(html.split("<details")[1]).toContain("no data");
});
