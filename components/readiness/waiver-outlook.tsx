import { Due } from "@/components/time/due";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { checkTitle } from "@/components/waiver/waiver-table";
import type { WaiverOutlook } from "@/lib/registry/readiness/view";

export type ExpiryGroup = WaiverOutlook["groups"][number]["key"];

export const EXPIRY_WORDS: Record<ExpiryGroup, string> = {
  week: "Within 7 days",
  month: "Within 8 to 30 days",
  later: "Later",
};

type WaiverOutlookProps = { outlook: WaiverOutlook; hrefOf: (group: ExpiryGroup) => string };

/** What is accepted for the time being, and when each acceptance ends. */
export function WaiverOutlookView({ outlook: { groups, next, now }, hrefOf }: WaiverOutlookProps) {
  return (
    <>
      <DefinitionList columns={3} className="mb-4">
        {groups.map(({ key, count }) => (
          <Definition key={key} term={EXPIRY_WORDS[key]}>
            <TextLink quiet href={hrefOf(key)} className="font-semibold text-xl tabular-nums">
              {count}
            </TextLink>
          </Definition>
        ))}
      </DefinitionList>
      <Table caption="The next waivers to expire">
        <THead>
          <Tr>
            <Th>Check</Th>
            <Th>Applies to</Th>
            <Th>Expiry</Th>
          </Tr>
        </THead>
        <TBody>
          {next.map(({ id, checkId, service, version, expiresAt }) => (
            <Tr key={id}>
              <Td header label="Check">
                <TextLink quiet href={`/waivers/${id}`}>
                  {checkTitle(checkId)}
                </TextLink>
              </Td>
              <Td label="Applies to" className="[overflow-wrap:anywhere]">
                {service}
                {version ? ` ${version}` : ", every release"}
              </Td>
              <Td label="Expiry" className="whitespace-nowrap">
                <Due at={expiresAt} now={now} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </>
  );
}
