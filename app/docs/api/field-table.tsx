import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Field } from "@/lib/web/openapi/fields";
import { Prose } from "./prose";

/** Members of a document or parameters of a request, one a row. */
export function FieldTable({ caption, fields }: { caption: string; fields: Field[] }) {
  return (
    <Table caption={caption} className="table-fixed">
      <THead>
        <Tr>
          <Th className="w-[28%]">Name</Th>
          <Th className="w-[34%]">Type</Th>
          <Th className="w-24">Required</Th>
          <Th>Notes</Th>
        </Tr>
      </THead>
      <TBody>
        {fields.map(({ path, type, required, notes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two forms of one member share a name, and rows never move
          <Tr key={`${path}-${index}`}>
            <Td label="Name" header>
              <code className="wrap-anywhere text-sm">{path}</code>
            </Td>
            <Td label="Type">
              <code className="wrap-anywhere text-muted text-sm">{type}</code>
            </Td>
            <Td label="Required">{required ? "yes" : "no"}</Td>
            <Td label="Notes" className="text-muted">
              {notes ? <Prose text={notes} /> : "—"}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
