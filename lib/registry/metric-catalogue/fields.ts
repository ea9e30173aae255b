import { z } from "zod";
import { databaseError } from "@/db/client";
import { DomainError } from "@/lib/core/errors";

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((text) => text || null);
const address = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);

export const metricFields = {
  name: z.string().trim().min(1, "must not be empty").max(200),
  unit: optionalText(40),
  owner: z.string().trim().min(1, "say who answers for it").max(200),
  runbookUrl: z
    .union([address, z.literal("")])
    .nullish()
    .transform((text) => text || null),
  description: optionalText(2000),
};

/** A name that is in the catalogue, in words; any other error as it is. */
export function nameTaken(error: unknown): never {
  if (databaseError(error).constraint !== "metric_catalogue_name") throw error;
  throw new DomainError("conflict", "This metric of the service is in the catalogue already.", [
    { path: "name", message: "already in the catalogue" },
  ]);
}
