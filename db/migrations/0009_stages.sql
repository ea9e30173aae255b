ALTER TABLE release ADD COLUMN production_started_at timestamp (3) with time zone,
  ADD COLUMN production_decision_id uuid,
  ADD COLUMN released_at timestamp (3) with time zone,
  ADD COLUMN lead_time_seconds integer,
  ADD COLUMN rolled_back_to text;
--> statement-breakpoint
ALTER TABLE stage_event ADD COLUMN evidence jsonb NOT NULL DEFAULT '[]';
--> statement-breakpoint
-- The owner of the tables sees no tenant's rows either; for these statements it must.
ALTER TABLE release NO FORCE ROW LEVEL SECURITY;
ALTER TABLE stage_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE decision NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A rollout that was reported as done at once has no start of its own.
UPDATE release r SET production_started_at = e.at FROM (
  SELECT DISTINCT ON (tenant_id, release_id) tenant_id, release_id, at FROM stage_event WHERE stage = 'production'
  ORDER BY tenant_id, release_id, (status = 'running') DESC, at DESC
) e WHERE e.tenant_id = r.tenant_id AND e.release_id = r.id;
--> statement-breakpoint
UPDATE release r SET production_decision_id = d.id FROM (
  SELECT DISTINCT ON (d.tenant_id, d.release_id) d.tenant_id, d.release_id, d.id FROM decision d
  JOIN release r ON r.tenant_id = d.tenant_id AND r.id = d.release_id
  WHERE d.verdict = 'approve' AND d.decided_at >= r.production_started_at
  ORDER BY d.tenant_id, d.release_id, d.decided_at, d.id
) d WHERE d.tenant_id = r.tenant_id AND d.release_id = r.id;
--> statement-breakpoint
UPDATE release r SET released_at = e.at, lead_time_seconds = greatest(0, floor(extract(epoch FROM e.at - r.created_at)))
FROM (
  SELECT tenant_id, release_id, max(at) AS at FROM stage_event WHERE stage = 'production' AND status = 'succeeded'
  GROUP BY tenant_id, release_id
) e WHERE e.tenant_id = r.tenant_id AND e.release_id = r.id;
--> statement-breakpoint
ALTER TABLE decision FORCE ROW LEVEL SECURITY;
ALTER TABLE stage_event FORCE ROW LEVEL SECURITY;
ALTER TABLE release FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What runs in a place now is its first row, however many releases there were.
CREATE INDEX release_released ON release (tenant_id, service_id, environment_id, released_at, id)
  WHERE released_at IS NOT NULL AND stage <> 'rolled_back';
--> statement-breakpoint
GRANT UPDATE (production_started_at, production_decision_id, released_at, lead_time_seconds, rolled_back_to) ON release TO readiness_app;
--> statement-breakpoint
CREATE TABLE stage_refusal (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  release_id uuid NOT NULL,
  stage text NOT NULL,
  status text NOT NULL,
  reason text NOT NULL,
  missing_stage text,
  decision_id uuid,
  at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
CREATE INDEX stage_refusal_release ON stage_refusal (tenant_id, release_id, at, id);
SELECT isolate_table('stage_refusal');
--> statement-breakpoint
CREATE TABLE manifest_draft (
  tenant_id uuid NOT NULL,
  release_id uuid NOT NULL,
  content jsonb NOT NULL,
  missing jsonb NOT NULL,
  drafted_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, release_id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
SELECT isolate_table('manifest_draft');
GRANT UPDATE (content, missing, drafted_at, by_kind, by_id, by_name, by_email) ON manifest_draft TO readiness_app;
