import type { LedgerBody } from "./entry";

export type Data = LedgerBody["data"];
export type Words = (data: Data) => string;

export const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
export const list = (value: unknown): string =>
  Array.isArray(value) ? value.map(text).filter(Boolean).join(", ") : "";
export const because = (reason: unknown): string => (text(reason) ? `: ${text(reason)}` : "");
