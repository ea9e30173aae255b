import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { TokenView } from "@/lib/registry/token/queries";

const states: Record<TokenView["state"], { tone: Tone; label: string }> = {
  active: { tone: "go", label: "Active" },
  expired: { tone: "unknown", label: "Expired" },
  revoked: { tone: "no-go", label: "Revoked" },
};

type TokenTableProps = { items: TokenView[]; now: string; actionsOf: (token: TokenView) => ReactNode };

export function TokenTable({ items, now, actionsOf }: TokenTableProps) {
  return (
    <Table caption="API tokens, newest first">
      <THead>
        <Tr>
          <Th>Token</Th>
          <Th>State</Th>
          <Th>May</Th>
          <Th>Scope</Th>
          <Th>Expiry</Th>
          <Th>Last used</Th>
          <Th>Change</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((token) => (
          <Tr key={token.id}>
            <Td header label="Token">
              <span className="font-medium">{token.name}</span>
              <code className="block whitespace-nowrap text-muted text-sm">{token.hint}…</code>
            </Td>
            <Td label="State">
              <Status {...states[token.state]} />
            </Td>
            <Td label="May">
              <Verbs verbs={token.verbs} />
            </Td>
            <Td label="Scope">
              {token.service ?? "all services"}, {token.environment ?? "all environments"}
            </Td>
            <Td label="Expiry" className="whitespace-nowrap">
              <Instant at={token.expiresAt} now={now} />
              {token.expiresSoon && (
                <span className="block">
                  <Status tone="waiver" size="sm" label="Expires soon" />
                </span>
              )}
            </Td>
            <Td label="Last used" className="whitespace-nowrap">
              {token.lastUsedAt ? <Instant at={token.lastUsedAt} now={now} /> : "never"}
            </Td>
            <Td label={token.state === "active" ? "Change" : undefined}>{actionsOf(token)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Verbs({ verbs }: Pick<TokenView, "verbs">) {
  return (
    <ul className="flex flex-wrap gap-1">
      {verbs.map((verb) => (
        <li key={verb}>
          <Badge>{verb}</Badge>
        </li>
      ))}
    </ul>
  );
}
