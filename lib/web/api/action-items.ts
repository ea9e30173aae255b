import { z } from "zod";
import { ACTION_ITEM_STATES, ISSUE_STATES, ORIGIN_KINDS, PRIORITIES } from "@/lib/core/action-item/model";
import { changeActionItem } from "@/lib/registry/action-item/change";
import { closeActionItem } from "@/lib/registry/action-item/close";
import { createActionItem } from "@/lib/registry/action-item/create";
import { actionItemDetail } from "@/lib/registry/action-item/detail";
import { listActionItems } from "@/lib/registry/action-item/queries";
import { readRoute, route } from "../route";

const ITEMS = "/api/v1/action-items";
const LARGEST_PAGE = 200;
const instant = z.iso.datetime();

const itemSummary = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  service: z.string().nullable(),
  owner: z.strictObject({ id: z.uuid().nullable().describe("Null: no person of the tenant"), name: z.string() }),
  dueAt: instant,
  priority: z.enum(PRIORITIES),
  state: z.enum(ACTION_ITEM_STATES),
  overdue: z.boolean(),
  origin: z.enum(ORIGIN_KINDS).describe("What it follows from; `manual`: opened by hand"),
  incident: z.strictObject({ id: z.uuid(), reference: z.string() }).nullable(),
  issue: z
    .strictObject({ name: z.string(), url: z.string().nullable(), state: z.enum(ISSUE_STATES) })
    .nullable()
    .describe("The GitHub issue in which it is tracked"),
  openedAt: instant,
  closedAt: instant.nullable(),
});

const itemDetail = z.strictObject({
  ...itemSummary.shape,
  detail: z.string(),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  originPath: z.string().nullable().describe("Page of what it follows from"),
  openedBy: z.string(),
  trackerUrl: z.string().nullable(),
  issue: z
    .strictObject({
      name: z.string(),
      url: z.string().nullable(),
      state: z.enum(ISSUE_STATES),
      assignees: z.array(z.string()),
      trouble: z.string().nullable().describe("Why GitHub was not told"),
      syncedAt: instant.nullable(),
      linkedBy: z.string(),
      linkedAt: instant,
    })
    .nullable(),
  closing: z.strictObject({ by: z.string(), note: z.string(), at: instant }).nullable(),
  now: instant,
});

export const itemsRoute = readRoute({
  method: "GET",
  path: ITEMS,
  id: "listActionItems",
  summary: "List action items, those due first",
  query: z.strictObject({
    state: z.enum(ACTION_ITEM_STATES).optional(),
    owner: z.string().max(200).optional().describe("Id of a person, or the name of somebody who is none"),
    service: z.string().max(63).optional(),
    priority: z.enum(PRIORITIES).optional(),
    origin: z.enum(ORIGIN_KINDS).optional(),
    overdue: z.literal("true").optional(),
    minAgeDays: z.coerce
      .number<string>()
      .int()
      .min(0)
      .max(36_500)
      .optional()
      .describe("Opened so many days ago, or more"),
    q: z.string().max(200).optional().describe("Part of the title or detail"),
    cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
    limit: z.coerce.number<string>().int().min(1).max(LARGEST_PAGE).optional(),
  }),
  answer: z.strictObject({
    items: z.array(itemSummary),
    nextCursor: z.string().nullable().describe("Send it as `cursor` for the next page; null on the last one"),
  }),
  read: async (actor, { query: { cursor, limit, overdue, ...filter } }) => {
    const asked = { ...filter, overdue: overdue === "true" };
    const { items, next } = await listActionItems(actor, asked, { after: cursor, size: limit });
    return { items, nextCursor: next };
  },
});

export const itemRoute = readRoute({
  method: "GET",
  path: `${ITEMS}/{id}`,
  id: "getActionItem",
  summary: "One action item",
  answer: itemDetail,
  read: (actor, { id }) => actionItemDetail(actor, id),
});

export const createItemRoute = route(createActionItem, {
  method: "POST",
  path: ITEMS,
  id: "createActionItem",
  summary: "Open an action item",
  description:
    "Give `ownerId` for a person of the tenant, who is then told, else `ownerName`. With `incidentId` it follows from " +
    "that incident and is noted on its timeline.",
  body: createActionItem.input,
  answer: z.strictObject({ id: z.uuid() }),
  answerStatus: 201,
  input: (body) => body,
});

export const changeItemRoute = route(changeActionItem, {
  method: "POST",
  path: `${ITEMS}/{id}/change`,
  id: "changeActionItem",
  summary: "Change an open action item",
  description: "What is left out stays as it is. The linked GitHub issue gets a new title too.",
  body: changeActionItem.input.omit({ actionItemId: true }),
  answer: z.strictObject({ id: z.uuid() }),
  input: (body, actionItemId) => ({ ...body, actionItemId }),
});

export const closeItemRoute = route(closeActionItem, {
  method: "POST",
  path: `${ITEMS}/{id}/close`,
  id: "closeActionItem",
  summary: "Close an action item as done or cancelled",
  description: "The linked GitHub issue is closed too.",
  body: closeActionItem.input.omit({ actionItemId: true }),
  answer: z.strictObject({ id: z.uuid(), state: z.enum(ACTION_ITEM_STATES) }),
  input: (body, actionItemId) => ({ ...body, actionItemId }),
});
