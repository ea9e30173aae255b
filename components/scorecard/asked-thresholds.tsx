import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { askedThresholds } from "@/lib/core/scorecard/asked";
import type { JudgedThreshold } from "@/lib/core/scorecard/thresholds";
import { measured } from "./figures";
import type { TellingSuite } from "./suite-table";

/** What the pipeline itself asked of its suites, with what each reports beside it. */
export function AskedThresholds({ suites }: { suites: readonly TellingSuite[] }) {
  const rows = suites
    .flatMap(({ suite, details }) => askedThresholds(suite, details).map((asked) => ({ suite: suite.name, asked })))
    .sort((one, other) => urgency(one.asked) - urgency(other.asked));
  if (rows.length === 0) return <p className="text-muted">The pipeline set no threshold of its own.</p>;
  return (
    <Table caption="The suites against the thresholds of the pipeline">
      <THead>
        <Tr>
          <Th>Suite</Th>
          <Th>Threshold</Th>
          <Th>Result</Th>
          <Th numeric>Observed</Th>
          <Th numeric>Asked</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ suite, asked }) => (
          <Tr key={`${suite} ${asked.key}`}>
            <Td label="Suite">{suite}</Td>
            <Td header label="Threshold" className="font-medium">
              {capitalised(asked.name)}
            </Td>
            <Td label="Result">
              <Status {...resultOf(asked)} />
            </Td>
            <Td label="Observed" numeric>
              {measured(asked.observed, asked.unit)}
            </Td>
            <Td label="Asked" numeric>
              <span className="text-muted">{asked.bound}</span> {measured(asked.asked, asked.unit)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What is violated comes first, then what nobody can tell. */
const urgency = ({ met }: JudgedThreshold): number => (met === false ? 0 : met === null ? 1 : 2);

function resultOf({ met }: JudgedThreshold): { tone: Tone; label: string } {
  if (met === null) return { tone: "unknown", label: "Not reported" };
  return met ? { tone: "go", label: "Meets it" } : { tone: "no-go", label: "Violated" };
}
