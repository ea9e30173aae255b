import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ServiceView } from "@/lib/registry/service/queries";

export function ServiceTable({ items, now }: { items: ServiceView[]; now: string }) {
  return (
    <Table caption="Services by short name">
      <THead>
        <Tr>
          <Th>Short name</Th>
          <Th>Name</Th>
          <Th>Owning team</Th>
          <Th>Added</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ id, slug, name, owner, createdAt }) => (
          <Tr key={id}>
            <Td header label="Short name">
              <TextLink quiet href={`/releases?service=${slug}`}>
                {slug}
              </TextLink>
            </Td>
            <Td label="Name">{name}</Td>
            <Td label="Owning team">{owner}</Td>
            <Td label="Added" className="whitespace-nowrap">
              <Instant at={createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
