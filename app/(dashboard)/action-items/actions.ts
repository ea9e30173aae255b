"use server";

import { changeActionItem } from "@/lib/registry/action-item/change";
import { closeActionItem } from "@/lib/registry/action-item/close";
import { createActionItem } from "@/lib/registry/action-item/create";
import { action } from "@/lib/web/action";

const changed = ({ id }: { id: string }) => ["/", "/action-items", `/action-items/${id}`];

export const openActionItemAction = action(createActionItem, changed);
export const closeActionItemAction = action(closeActionItem, changed);
export const changeActionItemAction = action(changeActionItem, changed);
