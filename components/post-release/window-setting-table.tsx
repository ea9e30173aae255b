import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { WindowSetting } from "@/lib/registry/verification/queries";
import type { Action } from "@/lib/web/action";
import { WindowMinutesDialog } from "./window-minutes-dialog";

type WindowSettingTableProps = { items: readonly WindowSetting[]; change: Action<unknown> | null };

/** `change` null: the reader may not. */
export function WindowSettingTable({ items, change }: WindowSettingTableProps) {
  return (
    <Table caption="How long releases are watched, by environment">
      <THead>
        <Tr>
          <Th>Environment</Th>
          <Th numeric>Minutes</Th>
          {change && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {items.map(({ environment, minutes, isDefault }) => (
          <Tr key={environment.id}>
            <Td header label="Environment" className="font-medium">
              {environment.slug}
            </Td>
            <Td label="Minutes" numeric>
              {minutes}
              {isDefault && <span className="text-muted"> (default)</span>}
            </Td>
            {change && (
              <Td label="Actions">
                <WindowMinutesDialog environment={environment} minutes={minutes} action={change} />
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
