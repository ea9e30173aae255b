import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ItemState } from "@/lib/core/checklist/item";
import type { ChecklistView } from "@/lib/registry/checklist/queries";
import type { Action } from "@/lib/web/action";
import { ConfirmRunbooksDialog } from "./confirm-dialog";

const WORDS: Record<ItemState, { tone: Tone; label: string }> = {
  done: { tone: "go", label: "Done" },
  open: { tone: "waiver", label: "Open" },
  not_needed: { tone: "info", label: "Not needed" },
};
const LATER = { tone: "unknown", label: "After the rollout" } as const;
/** What can only be done once the release is rolled out. */
const FOLLOWS: readonly string[] = ["archived", "notified"];

type ChecklistTableProps = { releaseId: string; checklist: ChecklistView; confirm: Action<unknown> | null };

/** Each item with its state, why, and where the evidence is. `confirm` null: the reader may not. */
export function ChecklistTable({ releaseId, checklist, confirm }: ChecklistTableProps) {
  const { items, released, confirmable } = checklist;
  return (
    <Table caption="Checklist of the release">
      <THead>
        <Tr>
          <Th>Item</Th>
          <Th>State</Th>
          <Th>Why</Th>
          <Th>Evidence</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ id, title, state, why, evidence }) => (
          <Tr key={id}>
            <Td header label="Item" className="font-medium">
              {title}
            </Td>
            <Td label="State">
              <Status {...(!released && FOLLOWS.includes(id) ? LATER : WORDS[state])} />
            </Td>
            <Td label="Why" className="[overflow-wrap:anywhere]">
              {why}
              {id === "runbooks" && released && confirm && confirmable && (
                <div data-no-print="" className="mt-1">
                  <ConfirmRunbooksDialog releaseId={releaseId} metrics={confirmable} action={confirm} />
                </div>
              )}
            </Td>
            <Td label="Evidence">
              {evidence ? (
                <TextLink href={evidence.path}>{evidence.label}</TextLink>
              ) : (
                <span className="text-muted">none yet</span>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
