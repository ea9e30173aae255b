import { invalid } from "@/lib/core/errors";
import { deliveryIdText } from "@/lib/registry/deployment-request/receive";

/** What came in, whole and as it was sent. `now`: epoch milliseconds. `json` throws for a body that is none. */
export type WebhookDelivery = { headers: Headers; bytes: Buffer; now: number; json(): unknown };
export type WebhookAnswer = { status: 200 | 202; body: unknown };

/** What a repeated delivery is recognised by. */
export function requireDeliveryId(headers: Headers, name: string): string {
  const parsed = deliveryIdText.safeParse(headers.get(name));
  if (parsed.success) return parsed.data;
  throw invalid(name, "must name the delivery, in 1 to 200 printable characters");
}
