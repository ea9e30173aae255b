import { describe, expect, it } from "vitest";
import { parseCsv } from "@/lib/core/csv/parse";
import { chartCsv } from "./chart-csv";
import type { ChartModel } from "./chart-model";
import { chartSvg, pictureHeight } from "./chart-svg";
import { dateLabels } from "./date-axis";
import { pointOf, spokenPoint } from "./point-text";
import { valueText } from "./value-text";

const model: ChartModel = {
  title: "Runs <that> passed",
  stretches: [
    { from: "2026-10-01T00:00:00.000Z", until: "2026-10-08T00:00:00.000Z" },
    { from: "2026-10-08T00:00:00.000Z", until: "2026-10-09T00:00:00.000Z" },
  ],
  series: [
    { id: "a", label: "Payments", values: [6 / 7, null], details: ["6 of 7", null] },
    { id: "b", label: "=Billing", values: [0, 1] },
  ],
  unit: "share",
  limit: { value: 0.98, label: "at least 98%" },
  marks: [{ at: "2026-10-02T12:00:00.000Z", kind: "incident", label: "INC-7 Checkout", href: "/incidents/7" }],
};

describe("a chart in words", () => {
  it.each([
    [null, "share", "no data"],
    [0.857142, "share", "85.7%"],
    [1204, "count", "1,204"],
    [0.4285, "per-day", "0.43 a day"],
    [312_000, "ms", "5 min 12 s"],
    [312.5, "seconds", "5 min 13 s"],
    [0, "ms", "0"],
  ] as const)("says %j in its unit %s: %s", (value, unit, text) => {
    expect(valueText(value, unit)).toBe(text);
  });

  it("says all that is known of a stretch, its gaps and its incidents too", () => {
    expect(spokenPoint(pointOf(model, 0))).toBe(
      "1 Oct 2026 – 7 Oct 2026: Payments 85.7% (6 of 7), =Billing 0%. Incident INC-7 Checkout.",
    );
    expect(spokenPoint(pointOf(model, 1))).toBe("8 Oct 2026: Payments no data, =Billing 100%.");
    expect(spokenPoint(pointOf(model, 1, model.series.slice(1)))).toBe("8 Oct 2026: =Billing 100%.");
  });

  it("names few enough dates for a narrow screen, and months where a stretch is one", () => {
    const weeks = Array.from({ length: 13 }, (_, week) => ({
      from: new Date(Date.UTC(2026, 6, 1 + 7 * week)).toISOString(),
      until: new Date(Date.UTC(2026, 6, 8 + 7 * week)).toISOString(),
    }));
    expect(dateLabels(weeks).map(({ index, text }) => `${index} ${text}`)).toEqual([
      ...["0 1 Jul", "3 22 Jul", "6 12 Aug", "9 2 Sept", "12 23 Sept"],
    ]);
    const month = { from: "2026-02-01T00:00:00Z", until: "2026-03-01T00:00:00Z" };
    expect(dateLabels([month])).toEqual([{ index: 0, text: "Feb 2026" }]);
  });
});

describe("the files of a chart", () => {
  it("hold the exact numbers, an empty cell for a gap, and no formula", () => {
    const parsed = parseCsv(chartCsv(model));
    expect("records" in parsed && parsed.records.map(({ cells }) => cells)).toEqual([
      ["from", "until", "Payments (share)", "Payments (of)", "'=Billing (share)", "releases and incidents"],
      [
        ...["2026-10-01T00:00:00.000Z", "2026-10-08T00:00:00.000Z", String(6 / 7), "6 of 7", "0"],
        "Incident INC-7 Checkout 2026-10-02T12:00:00.000Z",
      ],
      ["2026-10-08T00:00:00.000Z", "2026-10-09T00:00:00.000Z", "", "", "1", ""],
    ]);
  });

  it("show title, legend, limit and time in the colours of the theme, and nothing unescaped", () => {
    const svg = chartSvg(model, (name) => `oklch(0.5 0 0 / ${name.length})`);
    expect(svg).not.toContain("var(");
    for (const text of ["Runs &lt;that&gt; passed", "Payments", "=Billing", "at least 98%", "Incident"]) {
      expect(svg).toContain(`>${text}<`);
    }
    expect(svg).toContain("1 Oct 2026 – 8 Oct 2026, UTC");
    expect(svg).not.toContain("NaN");
    expect(chartSvg({ ...model, kind: "bars", stretches: [], series: [] }, () => "red")).not.toContain("NaN");
  });

  it("grow with a legend that does not fit one row", () => {
    const series = Array.from({ length: 8 }, (_, at) => ({
      id: `${at}`,
      label: "A long name of a service",
      values: [],
    }));
    expect(pictureHeight({ ...model, series })).toBeGreaterThan(pictureHeight(model));
  });
});
