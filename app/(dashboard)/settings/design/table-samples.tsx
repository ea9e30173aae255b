import { VerdictStatus } from "@/components/gate/verdict-status";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Details } from "@/components/ui/details";
import { KeyValue } from "@/components/ui/key-value";
import { Pager } from "@/components/ui/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Part, Row, Sample } from "./parts";

const RELEASES = [
  { version: "2026.11.2", service: "payments", verdict: "approve", checks: 14 },
  { version: "2026.11.1", service: "search", verdict: "reject", checks: 9 },
  { version: "2026.10.4", service: "payments", verdict: "unknown", checks: 14 },
] as const;
const ENVIRONMENTS = ["development", "staging", "pre-production", "production", "production-eu", "production-us"];

export function TableSamples() {
  return (
    <Part id="tables" description="Rows become blocks of labelled lines where they do not fit; matrices scroll.">
      <Sample name="Table, sorted, and Pager">
        <Table caption="Sample releases">
          <THead>
            <Tr>
              <Th sort={{ href: "#tables", direction: "desc" }}>Version</Th>
              <Th sort={{ href: "#tables" }}>Service</Th>
              <Th>Verdict</Th>
              <Th numeric>Checks passed</Th>
            </Tr>
          </THead>
          <TBody>
            {RELEASES.map(({ version, service, verdict, checks }) => (
              <Tr key={version}>
                <Td header label="Version">
                  <TextLink quiet href="#tables">
                    {version}
                  </TextLink>
                </Td>
                <Td label="Service">{service}</Td>
                <Td label="Verdict">
                  <VerdictStatus verdict={verdict} size="sm" />
                </Td>
                <Td label="Checks passed" numeric>
                  {checks}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
        <Pager label="Sample pages" olderHref="#tables" summary="3 shown" />
      </Sample>
      <Sample name="Table that scrolls">
        <Table caption="Sample matrix" scroll>
          <THead>
            <Tr>
              <Th>Service</Th>
              {ENVIRONMENTS.map((name) => (
                <Th key={name}>{name}</Th>
              ))}
            </Tr>
          </THead>
          <TBody>
            <Tr>
              <Td header>payments</Td>
              {ENVIRONMENTS.map((name) => (
                <Td key={name}>
                  <VerdictStatus verdict="approve" size="sm" />
                </Td>
              ))}
            </Tr>
          </TBody>
        </Table>
      </Sample>
      <Sample name="DefinitionList, KeyValue, Details">
        <DefinitionList columns={4}>
          <Definition term="Service">Payments</Definition>
          <Definition term="Version">2026.11.2</Definition>
          <Definition term="Rollout window">22:00 – 23:00 UTC</Definition>
          <Definition term="Signed by">2 of 3</Definition>
        </DefinitionList>
        <Row>
          <KeyValue label="p95">174 ms</KeyValue>
          <KeyValue label="limit">200 ms</KeyValue>
        </Row>
        <Details summary="Passing checks" count={12} className="mt-3">
          What most readers skip is folded.
        </Details>
      </Sample>
    </Part>
  );
}
