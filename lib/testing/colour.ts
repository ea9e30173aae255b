/** Linear sRGB, each part from 0 to 1. */
export type Rgb = [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb => {
  const [one, two, three] = matrix.map(([a, b, c]) => a * x + b * y + c * z);
  return [one ?? 0, two ?? 0, three ?? 0];
};

/** Björn Ottosson's OKLab: its cone responses from linear sRGB, and its lightness and two axes from those. */
const CONES_OF_RGB: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const RGB_OF_CONES: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
const LAB_OF_ROOTS: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const ROOTS_OF_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];

/** Of `oklch(l c h)`, its hue in degrees. Throws for a colour that a screen cannot show, which would be cut to another. */
export function linearRgb([l = Number.NaN, c = Number.NaN, h = Number.NaN]: readonly number[]): Rgb {
  const hue = (h * Math.PI) / 180;
  const [x, y, z] = times(ROOTS_OF_LAB, [l, c * Math.cos(hue), c * Math.sin(hue)]);
  const rgb = times(RGB_OF_CONES, [x ** 3, y ** 3, z ** 3]);
  if (!rgb.every((part) => part >= -0.005 && part <= 1.005)) throw new Error(`oklch(${l} ${c} ${h}) is no sRGB colour`);
  return rgb;
}

/** WCAG 2.2: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const SIGHTS = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;
export type Sight = keyof typeof SIGHTS;

/** A colour as somebody with that sight sees it. */
export const seenBy = (sight: Sight, colour: Rgb): Rgb => {
  const [r, g, b] = times(SIGHTS[sight], colour).map((part) => Math.min(Math.max(part, 0), 1));
  return [r ?? 0, g ?? 0, b ?? 0];
};

/** How far apart two colours look: the distance in OKLab, where black and white are 1 apart. */
export function sightDistance(one: Rgb, other: Rgb): number {
  const lab = (colour: Rgb) => {
    const [x, y, z] = times(CONES_OF_RGB, colour);
    return times(LAB_OF_ROOTS, [Math.cbrt(x), Math.cbrt(y), Math.cbrt(z)]);
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
