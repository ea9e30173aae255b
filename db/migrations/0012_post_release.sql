CREATE TABLE post_release_step (
  tenant_id uuid NOT NULL,
  release_id uuid NOT NULL,
  step text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  result jsonb,
  error text,
  created_at timestamp (3) with time zone NOT NULL,
  attempted_at timestamp (3) with time zone,
  finished_at timestamp (3) with time zone,
  PRIMARY KEY (tenant_id, release_id, step),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
--> statement-breakpoint
CREATE TABLE release_archive (
  tenant_id uuid NOT NULL,
  release_id uuid NOT NULL,
  digest text NOT NULL,
  document text NOT NULL,
  archived_at timestamp (3) with time zone NOT NULL,
  PRIMARY KEY (tenant_id, release_id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
--> statement-breakpoint
CREATE TABLE verification_window (
  tenant_id uuid NOT NULL,
  release_id uuid NOT NULL,
  service_id uuid NOT NULL,
  environment_id uuid NOT NULL,
  state text NOT NULL,
  opened_at timestamp (3) with time zone NOT NULL,
  closes_at timestamp (3) with time zone NOT NULL,
  judged_at timestamp (3) with time zone,
  judgement jsonb,
  ended_at timestamp (3) with time zone,
  accepted_at timestamp (3) with time zone,
  accepted_by_id uuid,
  accepted_by_name text,
  accepted_reason text,
  PRIMARY KEY (tenant_id, release_id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release,
  FOREIGN KEY (tenant_id, service_id) REFERENCES service,
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
--> statement-breakpoint
CREATE INDEX verification_watching ON verification_window (tenant_id, closes_at, release_id) WHERE state = 'watching';
--> statement-breakpoint
CREATE TABLE verification_setting (
  tenant_id uuid NOT NULL,
  environment_id uuid NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 30 AND 60),
  PRIMARY KEY (tenant_id, environment_id),
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment
);
--> statement-breakpoint
CREATE TABLE rollback_readiness (
  tenant_id uuid NOT NULL,
  service_id uuid NOT NULL,
  environment_id uuid NOT NULL,
  release_id uuid NOT NULL,
  state text NOT NULL,
  reasons jsonb NOT NULL,
  previous_version text,
  plan_target text,
  computed_at timestamp (3) with time zone NOT NULL,
  PRIMARY KEY (tenant_id, service_id, environment_id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service,
  FOREIGN KEY (tenant_id, environment_id) REFERENCES environment,
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
--> statement-breakpoint
CREATE TABLE dashboard_template (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid,
  label text NOT NULL,
  url_template text NOT NULL,
  created_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT dashboard_template_label UNIQUE NULLS NOT DISTINCT (tenant_id, service_id, label),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service
);
--> statement-breakpoint
CREATE TABLE metric_catalogue (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  name text NOT NULL,
  unit text,
  owner text NOT NULL,
  runbook_url text,
  description text,
  created_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT metric_catalogue_name UNIQUE (tenant_id, service_id, name),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service
);
--> statement-breakpoint
CREATE TABLE checklist_confirmation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  release_id uuid NOT NULL,
  item text NOT NULL,
  metrics jsonb NOT NULL,
  reason text NOT NULL,
  confirmed_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES release
);
--> statement-breakpoint
CREATE INDEX checklist_confirmation_release ON checklist_confirmation (tenant_id, release_id, confirmed_at);
--> statement-breakpoint
-- The latest snapshots of a service, for the metric names that it has been seen to send.
CREATE INDEX metrics_newest ON metrics_snapshot (tenant_id, service_id, taken_at, id);
--> statement-breakpoint
SELECT isolate_table('post_release_step');
SELECT isolate_table('release_archive');
SELECT isolate_table('verification_window');
SELECT isolate_table('verification_setting');
SELECT isolate_table('rollback_readiness');
SELECT isolate_table('dashboard_template');
SELECT isolate_table('metric_catalogue');
SELECT isolate_table('checklist_confirmation');
--> statement-breakpoint
-- An archive and a confirmation are never changed: there is no such grant on release_archive and checklist_confirmation.
GRANT UPDATE (state, attempts, result, error, attempted_at, finished_at) ON post_release_step TO readiness_app;
GRANT UPDATE (state, judged_at, judgement, ended_at, accepted_at, accepted_by_id, accepted_by_name, accepted_reason)
  ON verification_window TO readiness_app;
GRANT UPDATE (minutes) ON verification_setting TO readiness_app;
GRANT UPDATE (release_id, state, reasons, previous_version, plan_target, computed_at), DELETE ON rollback_readiness TO readiness_app;
GRANT UPDATE (service_id, label, url_template), DELETE ON dashboard_template TO readiness_app;
GRANT UPDATE (name, unit, owner, runbook_url, description), DELETE ON metric_catalogue TO readiness_app;
