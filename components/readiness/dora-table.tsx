import { ChangeMark } from "@/components/measure/change-mark";
import { changeOf, type Measured, valueText } from "@/components/measure/change-text";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { DORA_BANDS, DORA_KEYS, type DoraBand, type DoraKeyName } from "@/lib/core/readiness/dora";
import { DORA_SOURCE, DORA_TEXTS } from "@/lib/core/readiness/dora-texts";
import type { DoraView } from "@/lib/registry/readiness/view";
import { BandMark } from "./band-mark";
import { doraMeasured, MORE_IS_BETTER, restsOn } from "./dora-measures";

/** The four keys, each with its value, change and level, and what all three mean. */
export function DoraTable({ view }: { view: DoraView }) {
  return (
    <>
      <Table caption="DORA's four keys">
        <THead>
          <Tr>
            <Th>Key</Th>
            <Th>In the period</Th>
            <Th>Change</Th>
            <Th>Level</Th>
          </Tr>
        </THead>
        <TBody>
          {DORA_KEYS.map((name) => (
            <KeyRow key={name} name={name} view={view} />
          ))}
        </TBody>
      </Table>
      <p className="mt-2 text-muted text-sm">
        Definitions and levels:{" "}
        <TextLink external href={DORA_SOURCE.url}>
          {DORA_SOURCE.title}
        </TextLink>
        , {DORA_SOURCE.publisher}.
      </p>
      <Details summary="All definitions and levels" className="mt-1">
        <p className="mb-2 max-w-prose text-muted text-sm">{DORA_SOURCE.note}</p>
        <LevelTable />
      </Details>
    </>
  );
}

function KeyRow({ name, view }: { name: DoraKeyName; view: DoraView }) {
  const measured: Measured = doraMeasured(view.keys, name);
  const { band } = view.keys.current[name];
  return (
    <Tr>
      <Td header label="Key" className="max-w-prose">
        <span className="font-medium">{DORA_TEXTS[name].name}</span>
        <span className="block font-normal text-muted text-sm">{DORA_TEXTS[name].measured}</span>
      </Td>
      <Td label="In the period" className="whitespace-nowrap">
        <span className="font-semibold text-lg tabular-nums">{valueText(measured.value, measured.unit)}</span>
        <span className="block text-muted text-sm">{restsOn(name, view.measures)}</span>
      </Td>
      <Td label="Change">
        <ChangeMark change={changeOf(measured, MORE_IS_BETTER[name])} />
      </Td>
      <Td label="Level">
        {band ? (
          <>
            <BandMark band={band} />
            <span className="block text-muted text-sm">{DORA_TEXTS[name].bands[band]}</span>
          </>
        ) : (
          <span className="text-muted">nothing to judge</span>
        )}
      </Td>
    </Tr>
  );
}

function LevelTable() {
  return (
    <Table caption="Levels of each key">
      <THead>
        <Tr>
          <Th>Key</Th>
          <Th>What DORA means</Th>
          {DORA_BANDS.map((band) => (
            <Th key={band}>
              <BandMark band={band} />
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {DORA_KEYS.map((name) => (
          <Tr key={name}>
            <Td header label="Key" className="font-medium">
              {DORA_TEXTS[name].name}
            </Td>
            <Td label="What DORA means">{DORA_TEXTS[name].definition}</Td>
            {DORA_BANDS.map((band: DoraBand) => (
              <Td key={band} label={band}>
                {DORA_TEXTS[name].bands[band]}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
