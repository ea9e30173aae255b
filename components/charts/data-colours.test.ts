import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, linearRgb, type Rgb, seenBy, sightDistance } from "@/lib/testing/colour";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media screen");
const darkStart = light.indexOf("\n.dark {");
const themes = {
  light: { colours: light.slice(0, darkStart), data: light.slice(0, darkStart) },
  dark: { colours: light.slice(darkStart), data: dark },
};

function token(source: string, name: string): Rgb {
  const [, parts = ""] = new RegExp(`--${name}: oklch\\(([\\d. ]+)\\)`).exec(source) ?? [];
  return linearRgb(parts.split(" ").map(Number));
}

describe.each(Object.entries(themes))("the colours of data in the %s theme", (_, { colours, data }) => {
  const places = [1, 2, 3, 4, 5, 6, 7, 8];
  const dataColours = places.map((place) => token(data, `data-${place}`));

  it("stand out 3:1 from whatever they are drawn on", () => {
    const grounds = ["background", "surface", "sunken"].map((name) => token(colours, name));
    for (const colour of dataColours) {
      for (const ground of grounds) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(["full", "protan", "deutan", "tritan"] as const)("are told apart with %s sight", (sight) => {
    const seen = dataColours.map((colour) => seenBy(sight, colour));
    const distances = seen.flatMap((one, at) => seen.slice(0, at).map((other) => sightDistance(one, other)));
    expect(Math.min(...distances)).toBeGreaterThan(0.09);
  });
});
