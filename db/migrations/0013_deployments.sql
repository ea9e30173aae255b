CREATE TABLE action_item (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  detail text NOT NULL,
  origin_kind text NOT NULL,
  origin_id uuid NOT NULL,
  service_id uuid,
  owner_id uuid,
  owner_name text NOT NULL,
  due_at timestamp (3) with time zone NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
  tracker_url text,
  opened_at timestamp (3) with time zone NOT NULL,
  closed_at timestamp (3) with time zone,
  closed_by_name text,
  closing_note text,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT action_item_origin UNIQUE (tenant_id, origin_kind, origin_id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service,
  CHECK (state = 'open' OR (closed_at IS NOT NULL AND closing_note IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX action_item_due ON action_item (tenant_id, state, due_at, id);
--> statement-breakpoint
CREATE INDEX action_item_owner ON action_item (tenant_id, owner_id, state, due_at, id);
--> statement-breakpoint
CREATE TABLE break_glass (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  release_id uuid NOT NULL,
  manifest_id uuid NOT NULL,
  manifest_digest text NOT NULL,
  artifacts jsonb NOT NULL,
  reason text NOT NULL,
  blockers jsonb NOT NULL,
  requested_at timestamp (3) with time zone NOT NULL,
  requested_by_id uuid NOT NULL,
  requested_by_name text NOT NULL,
  requested_by_email text NOT NULL,
  expires_at timestamp (3) with time zone NOT NULL,
  confirmed_at timestamp (3) with time zone,
  confirmed_by_id uuid,
  confirmed_by_name text,
  confirmed_by_email text,
  cancelled_at timestamp (3) with time zone,
  cancelled_by_name text,
  cancelled_reason text,
  used_at timestamp (3) with time zone,
  decision_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release,
  FOREIGN KEY (tenant_id, manifest_id) REFERENCES manifest,
  CONSTRAINT break_glass_two_people CHECK (confirmed_by_id IS NULL OR
    (confirmed_by_id <> requested_by_id AND lower(confirmed_by_email) <> lower(requested_by_email))),
  CONSTRAINT break_glass_confirmed_in_time CHECK (confirmed_at IS NULL OR confirmed_at < expires_at),
  CONSTRAINT break_glass_used_in_time CHECK (used_at IS NULL OR
    (confirmed_at IS NOT NULL AND cancelled_at IS NULL AND used_at < expires_at AND decision_id IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX break_glass_release ON break_glass (tenant_id, release_id, requested_at, id);
--> statement-breakpoint
-- A decision by break-glass is of a kind of its own, and never an approve: the gate had not said so.
ALTER TABLE decision ADD COLUMN kind text NOT NULL DEFAULT 'gate', ADD COLUMN break_glass_id uuid;
--> statement-breakpoint
ALTER TABLE decision ADD CONSTRAINT decision_kind CHECK (
  (kind = 'gate' AND break_glass_id IS NULL) OR
  (kind = 'break_glass' AND break_glass_id IS NOT NULL AND verdict <> 'approve')
) NOT VALID;
--> statement-breakpoint
ALTER TABLE decision ADD FOREIGN KEY (tenant_id, break_glass_id) REFERENCES break_glass NOT VALID;
--> statement-breakpoint
CREATE UNIQUE INDEX decision_break_glass ON decision (tenant_id, break_glass_id) WHERE break_glass_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE release ADD COLUMN break_glass_id uuid;
--> statement-breakpoint
CREATE TABLE deployment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('api', 'github')),
  integration_id uuid,
  external_id text NOT NULL,
  service_id uuid NOT NULL,
  environment_id uuid NOT NULL,
  commit text,
  version text,
  artifacts jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('started', 'succeeded', 'failed')),
  state_at timestamp (3) with time zone NOT NULL,
  started_at timestamp (3) with time zone,
  ended_at timestamp (3) with time zone,
  url text,
  deployed_by text,
  reported_at timestamp (3) with time zone NOT NULL,
  deployed_at timestamp (3) with time zone NOT NULL,
  match text NOT NULL CHECK (match IN ('recorded', 'pending', 'approved', 'rollback', 'break_glass', 'bypass')),
  basis text CHECK (basis IN ('artifacts', 'commit')),
  explanation text NOT NULL,
  release_id uuid,
  decision_id uuid,
  finding_at timestamp (3) with time zone,
  explained_at timestamp (3) with time zone,
  explained_by_id uuid,
  explained_by_name text,
  cause text,
  remedy text,
  action_item_id uuid,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT deployment_external UNIQUE (tenant_id, service_id, environment_id, source, external_id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service,
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment,
  FOREIGN KEY (tenant_id, integration_id) REFERENCES integration,
  FOREIGN KEY (tenant_id, release_id) REFERENCES release,
  FOREIGN KEY (tenant_id, decision_id) REFERENCES decision,
  FOREIGN KEY (tenant_id, action_item_id) REFERENCES action_item,
  CHECK (explained_at IS NULL OR (explained_by_id IS NOT NULL AND cause IS NOT NULL AND remedy IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX deployment_newest ON deployment (tenant_id, deployed_at, id);
--> statement-breakpoint
CREATE INDEX deployment_service_newest ON deployment (tenant_id, service_id, environment_id, deployed_at, id);
--> statement-breakpoint
CREATE INDEX deployment_release ON deployment (tenant_id, release_id, deployed_at, id) WHERE release_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX deployment_unexplained ON deployment (tenant_id, deployed_at, id) WHERE match = 'bypass' AND explained_at IS NULL;
--> statement-breakpoint
-- Whether somebody who asked before deploying was told to go on, on a decision.
CREATE INDEX deployment_request_decision ON deployment_request (tenant_id, decision_id) WHERE decision_id IS NOT NULL;
--> statement-breakpoint
SELECT isolate_table('action_item'), isolate_table('break_glass'), isolate_table('deployment');
--> statement-breakpoint
GRANT UPDATE (state, owner_id, owner_name, due_at, tracker_url, closed_at, closed_by_name, closing_note) ON action_item TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (confirmed_at, confirmed_by_id, confirmed_by_name, confirmed_by_email, cancelled_at, cancelled_by_name, cancelled_reason, used_at, decision_id) ON break_glass TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (break_glass_id) ON release TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (commit, version, artifacts, state, state_at, started_at, ended_at, url, deployed_by, deployed_at, match, basis, explanation, release_id, decision_id, finding_at, explained_at, explained_by_id, explained_by_name, cause, remedy, action_item_id) ON deployment TO readiness_app;
