import type { ReactNode } from "react";
import { Digest } from "@/components/ui/digest";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { LOCALE } from "@/lib/core/locale";
import type { Configuration as Entries, ManifestContent } from "@/lib/core/manifest/schema";

const bytes = new Intl.NumberFormat(LOCALE);
const NONE = <span className="whitespace-nowrap text-muted">none</span>;

type Column<T> = { label: string; cell: (item: T) => ReactNode; width?: string };

function List<T>({
  caption,
  items,
  columns,
  keyOf,
}: {
  caption: string;
  items: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (item: T) => string;
}) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          {columns.map(({ label, width }) => (
            <Th key={label} className={width}>
              {label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items of a manifest may share a name
          <Tr key={`${index} ${keyOf(item)}`}>
            {columns.map(({ label, cell }, place) => (
              <Td key={label} label={label} header={place === 0} className="[overflow-wrap:anywhere]">
                {cell(item)}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function Artifacts({ artifacts }: Pick<ManifestContent, "artifacts">) {
  return (
    <List
      caption="Artifacts"
      items={artifacts}
      keyOf={({ name }) => name}
      columns={[
        { label: "Name", cell: ({ name }) => name },
        { label: "SHA-256", cell: ({ hash }) => <Digest value={hash} length={16} what="artifact hash" /> },
        { label: "Bytes", cell: (artifact) => (artifact.bytes === undefined ? NONE : bytes.format(artifact.bytes)) },
      ]}
    />
  );
}

/** Wide enough that long values leave its words whole. */
const KEY: Column<{ key: string }> = {
  label: "Key",
  width: "lg:w-1/4",
  cell: ({ key }) => <code className="text-sm">{key}</code>,
};

/** A value that is set to nothing is not one that is not set. */
function Setting({ value }: { value: string | null }) {
  if (value === null) return NONE;
  if (value === "") return <span className="whitespace-nowrap text-muted">empty</span>;
  return <code className="whitespace-pre-wrap text-sm">{value}</code>;
}

export function ConfigurationDeltas({ deltas }: { deltas: ManifestContent["configuration_deltas"] }) {
  return (
    <List
      caption="Configuration deltas"
      items={deltas}
      keyOf={({ key }) => key}
      columns={[
        KEY,
        { label: "From", cell: ({ from }) => <Setting value={from} /> },
        { label: "To", cell: ({ to }) => <Setting value={to} /> },
      ]}
    />
  );
}

export function Configuration({ configuration }: { configuration: Entries }) {
  return (
    <List
      caption="Configuration"
      items={configuration}
      keyOf={({ key }) => key}
      columns={[KEY, { label: "Value", cell: ({ value }) => <Setting value={value} /> }]}
    />
  );
}

export function FeatureFlags({ flags }: { flags: ManifestContent["feature_flags"] }) {
  return (
    <List
      caption="Feature flags"
      items={flags}
      keyOf={({ name }) => name}
      columns={[
        { label: "Flag", cell: ({ name }) => name },
        { label: "From", cell: ({ from }) => from ?? NONE },
        { label: "To", cell: ({ to }) => to },
      ]}
    />
  );
}

export function SecretVersions({ secrets }: { secrets: ManifestContent["secret_versions"] }) {
  return (
    <List
      caption="Secret versions"
      items={secrets}
      keyOf={({ name }) => name}
      columns={[
        { label: "Secret", cell: ({ name }) => name },
        { label: "Version", cell: ({ version }) => version },
        { label: "Rotated", cell: ({ rotated_at }) => rotated_at ?? NONE },
        { label: "Evidence", cell: ({ evidence }) => evidence ?? NONE },
      ]}
    />
  );
}

export function Migrations({ migrations }: Pick<ManifestContent, "migrations">) {
  return (
    <List
      caption="Migrations"
      items={migrations}
      keyOf={({ name }) => name}
      columns={[
        { label: "Migration", cell: ({ name }) => name },
        { label: "Dry run", cell: ({ dry_run }) => dry_run.replace("_", " ") },
        { label: "Rollback", cell: ({ rollback }) => rollback },
      ]}
    />
  );
}
