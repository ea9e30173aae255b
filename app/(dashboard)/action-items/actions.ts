"use server";

import { changeActionItem } from "@/lib/registry/action-item/change";
import { changeActionItems } from "@/lib/registry/action-item/change-many";
import { closeActionItem } from "@/lib/registry/action-item/close";
import { createActionItem } from "@/lib/registry/action-item/create";
import { importActionItems } from "@/lib/registry/action-item/import";
import { linkIssue } from "@/lib/registry/action-item/issue/link";
import { openIssue } from "@/lib/registry/action-item/issue/open";
import { retryIssue } from "@/lib/registry/action-item/issue/retry";
import { unlinkIssue } from "@/lib/registry/action-item/issue/unlink";
import { reopenActionItem } from "@/lib/registry/action-item/reopen";
import { action } from "@/lib/web/action";

const LISTS = ["/", "/action-items"];
const changed = ({ id }: { id: string }) => [...LISTS, `/action-items/${id}`];

export const openActionItemAction = action(createActionItem, changed);
export const closeActionItemAction = action(closeActionItem, changed);
export const reopenActionItemAction = action(reopenActionItem, changed);
export const changeActionItemAction = action(changeActionItem, changed);
export const changeActionItemsAction = action(changeActionItems, ({ ids }) => [
  ...LISTS,
  ...ids.map((id) => `/action-items/${id}`),
]);
export const importActionItemsAction = action(importActionItems, () => LISTS);
export const openIssueAction = action(openIssue, changed);
export const linkIssueAction = action(linkIssue, changed);
export const unlinkIssueAction = action(unlinkIssue, changed);
export const retryIssueAction = action(retryIssue, changed);
