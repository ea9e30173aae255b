import { createItemRoute, itemsRoute } from "@/lib/web/api/action-items";
import { methods } from "@/lib/web/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: itemsRoute, POST: createItemRoute });
