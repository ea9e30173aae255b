import { WindowStatus } from "@/components/post-release/window-status";
import { stageName } from "@/components/release/stage-status";
import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** How the release came through its stages: what happened, what was refused, and who let it past the gate. */
export function StagePart({ pack }: { pack: EvidencePack }) {
  const { stages, refusals, break_glasses: broken, verification, archive, release } = pack;
  return (
    <Section title="Stages" id="stages">
      <Table caption="Stages in their order">
        <THead>
          <Tr>
            <Th>When</Th>
            <Th>Stage</Th>
            <Th>By</Th>
            <Th>Note</Th>
          </Tr>
        </THead>
        <TBody>
          {eventsOf(stages, refusals).map(({ key, at, what, by, note }) => (
            <Tr key={key}>
              <Td header label="When">
                <When at={at} />
              </Td>
              <Td label="Stage">{what}</Td>
              <Td label="By">{by}</Td>
              <Td label="Note" className="[overflow-wrap:anywhere]">
                {note}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <ul className="mt-3 grid gap-1">
        {release.rolled_back_to && <li>{release.rolled_back_to} is in place again.</li>}
        {broken.map((each) => (
          <li key={each.id}>
            Break-glass asked by {each.requested_by} <When at={each.requested_at} />
            {each.confirmed_by ? `, confirmed by ${each.confirmed_by}` : ", never confirmed"}
            {each.used_at ? ", used" : ", not used"}: “{each.reason}”
          </li>
        ))}
        {verification && (
          <li className="flex flex-wrap items-center gap-x-2">
            Watched after the rollout until <When at={verification.closes_at} />:{" "}
            <WindowStatus state={verification.state} />
            {verification.accepted_by && `accepted by ${verification.accepted_by}: “${verification.accepted_reason}”`}
          </li>
        )}
        {archive && (
          <li>
            Archived <When at={archive.archived_at} /> as <Digest value={archive.digest} what="archive digest" />
          </li>
        )}
      </ul>
    </Section>
  );
}

const WORDS = { running: "started", succeeded: "succeeded", failed: "failed" };

function eventsOf(stages: EvidencePack["stages"], refusals: EvidencePack["refusals"]) {
  const happened = stages.map(({ stage, status, at, by, note }) => ({
    ...{ key: `${at} ${stage} ${status}`, at, by, note },
    what: `${stageName(stage)} ${WORDS[status]}`,
  }));
  const refused = refusals.map(({ stage, at, by, reason }) => ({
    ...{ key: `${at} ${stage} refused`, at, by, note: reason },
    what: `${stageName(stage)} refused`,
  }));
  return [...happened, ...refused].toSorted((one, other) => one.at.localeCompare(other.at));
}
