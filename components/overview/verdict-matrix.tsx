import { VerdictCell } from "@/components/release/verdict-cell";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { VerdictMatrix as Matrix } from "@/lib/registry/overview/latest-verdicts";

/** The newest release of each service in each environment, with its verdict. */
export function VerdictMatrix({ matrix: { environments, services, now } }: { matrix: Matrix }) {
  return (
    <Table caption="Newest release of each service by environment">
      <THead>
        <Tr>
          <Th>Service</Th>
          {environments.map(({ slug, name }) => (
            <Th key={slug}>{name}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {services.map(({ slug, name, cells }) => (
          <Tr key={slug}>
            <Td header label="Service">
              <TextLink quiet href={`/releases?service=${slug}`}>
                {name}
              </TextLink>
            </Td>
            {environments.map((environment, place) => {
              const release = cells[place];
              return (
                <Td key={environment.slug} label={environment.name}>
                  {release ? (
                    <>
                      <TextLink href={`/releases/${release.id}`} className="[overflow-wrap:anywhere]">
                        {release.version}
                      </TextLink>
                      <VerdictCell release={release} now={now} />
                    </>
                  ) : (
                    <span className="text-muted">no release</span>
                  )}
                </Td>
              );
            })}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
