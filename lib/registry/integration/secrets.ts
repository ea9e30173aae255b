import { seal, unseal } from "@/db/seal";
import { randomText } from "../random-text";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export type SecretField = "webhook-secret" | "private-key";
type Of = { tenantId: string; id: string };

/** 43 of these are 256 bits. */
export const newWebhookSecret = (): string => randomText(ALPHABET, 43);

export const sealSecret = ({ tenantId, id }: Of, field: SecretField, text: string): string =>
  seal(text, { tenantId, recordId: id, field });

export const openSecret = ({ tenantId, id }: Of, field: SecretField, sealed: string): string =>
  unseal(sealed, { tenantId, recordId: id, field });
