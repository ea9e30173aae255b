import { z } from "zod";
import { PRIORITIES } from "@/lib/core/action-item/model";

const webAddress = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);
const MOST_LINKS = 20;

export const itemTitle = z.string().trim().min(1, "say what has to be done").max(300);
export const itemDetail = z.string().trim().max(5000);
export const ownerFields = {
  /** A person of the tenant; left out, `ownerName` says who. */
  ownerId: z.uuid().nullish(),
  ownerName: z.string().trim().min(1).max(200).optional(),
};
export const trackerUrl = webAddress;
export const itemPriority = z.enum(PRIORITIES);
export const itemLinks = z
  .array(z.strictObject({ label: z.string().trim().min(1).max(200), url: webAddress }))
  .max(MOST_LINKS);

export const closingFields = {
  state: z.enum(["done", "cancelled"]),
  note: z.string().trim().min(10, "say in 10 characters or more what was done, or why nothing is").max(5000),
};
