/** Version of the ledger body's layout; raised when its members change. */
export const LEDGER_BODY_VERSION = 1;

/** One ledger body, as it is stored in canonical form. */
export type LedgerBody = {
  v: number;
  command: string;
  at: string;
  actor: { kind: "person" | "token" | "integration" | "system"; id: string; name: string };
  kind: string;
  subjects: string[];
  data: Record<string, unknown>;
};
