import { methods } from "@/lib/web/endpoint";
import { webhookHandler } from "@/lib/web/webhook/receive";

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: webhookHandler });
