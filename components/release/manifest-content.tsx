import type { ReactNode } from "react";
import { ExactTime } from "@/components/time/zone";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { ManifestContent as Content } from "@/lib/core/manifest/schema";
import {
  Artifacts,
  Configuration,
  ConfigurationDeltas,
  FeatureFlags,
  Migrations,
  SecretVersions,
} from "./manifest-lists";

/** What is to be deployed, in sections that people can read. */
export function ManifestContent({ content }: { content: Content }) {
  const { rollout_window: window, authors, scorecard, trace_ids: traceIds } = content;
  return (
    <div className="grid gap-5">
      <DefinitionList columns={4}>
        <Definition term="Commit">
          <Digest value={content.commit} what="commit" />
        </Definition>
        <Definition term="Authors">
          {authors.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join(", ")}
        </Definition>
        <Definition term="Rollout window">
          <ExactTime at={window.start} /> to <ExactTime at={window.end} />
        </Definition>
        <Definition term="Scorecard">
          {scorecard ? (
            <>
              {scorecard.run_id} <Digest value={scorecard.digest} length={8} what="scorecard digest" />
            </>
          ) : (
            <None />
          )}
        </Definition>
      </DefinitionList>
      <RollbackPlan plan={content.rollback_plan} />
      <Part title="Artifacts" count={content.artifacts.length}>
        <Artifacts artifacts={content.artifacts} />
      </Part>
      <Part title="Configuration deltas" count={content.configuration_deltas.length}>
        <ConfigurationDeltas deltas={content.configuration_deltas} />
      </Part>
      {content.configuration && (
        <Details summary="Whole configuration" count={content.configuration.length}>
          <Configuration configuration={content.configuration} />
        </Details>
      )}
      <Part title="Feature flags" count={content.feature_flags.length}>
        <FeatureFlags flags={content.feature_flags} />
      </Part>
      <Part title="Secret versions" count={content.secret_versions.length}>
        <SecretVersions secrets={content.secret_versions} />
      </Part>
      <Part title="Migrations" count={content.migrations.length}>
        <Migrations migrations={content.migrations} />
      </Part>
      <Part title="Traces" count={traceIds.length}>
        <ul className="flex flex-wrap gap-x-4">
          {traceIds.map((id) => (
            <li key={id}>
              <Digest value={id} length={32} what="trace id" />
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function RollbackPlan({ plan }: { plan: Content["rollback_plan"] }) {
  const { summary, steps, target_version, owner, estimated_minutes, runbook } = plan;
  return (
    <div>
      <h3 className="font-medium">Rollback plan</h3>
      <p className="max-w-prose">{summary}</p>
      <ol className="mt-1 max-w-prose list-decimal ps-5">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
          <li key={index}>{step}</li>
        ))}
      </ol>
      <p className="mt-1 text-muted text-sm">
        Back to {target_version} · owned by {owner}
        {estimated_minutes !== undefined && ` · about ${estimated_minutes} minutes`}
        {runbook && isWebAddress(runbook) && (
          <>
            {" "}
            ·{" "}
            <TextLink href={runbook} external>
              runbook
            </TextLink>
          </>
        )}
      </p>
    </div>
  );
}

/** The manifest's schema takes any address; only these may become links. */
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-medium">
        {title} <span className="font-normal text-muted tabular-nums">{count}</span>
      </h3>
      {count > 0 ? children : <None />}
    </div>
  );
}

function None() {
  return <p className="text-muted">None</p>;
}
