import type { ChartModel } from "./chart-model";
import { chartSvg, PICTURE_WIDTH, pictureHeight } from "./chart-svg";

/** Pixels for each unit of the drawing, so that it is sharp in a document. */
const DENSITY = 2;

/** The chart as a picture, with title and legend, in the colours of the theme that the reader sees. */
export async function chartPng(model: ChartModel): Promise<Blob> {
  const theme = getComputedStyle(document.documentElement);
  const svg = chartSvg(model, (name) => theme.getPropertyValue(name).trim());
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_WIDTH * DENSITY;
  canvas.height = pictureHeight(model) * DENSITY;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/png"),
  );
}
