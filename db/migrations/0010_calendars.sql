-- Rollout windows and freezes. An entry is never changed in what it says: it ends, and another one supersedes it.
CREATE TABLE calendar_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  environment_id uuid,
  service_id uuid,
  name text NOT NULL,
  reason text NOT NULL,
  time_zone text NOT NULL,
  rule jsonb NOT NULL,
  valid_from timestamp (3) with time zone NOT NULL,
  valid_until timestamp (3) with time zone,
  overridable_by text[] NOT NULL,
  supersedes_id uuid,
  created_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  ended_at timestamp (3) with time zone,
  ended_by_name text,
  ended_reason text,
  CONSTRAINT calendar_entry_tenant_id_id_pk PRIMARY KEY (tenant_id, id)
);
--> statement-breakpoint
CREATE TABLE freeze_override (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  calendar_entry_id uuid NOT NULL,
  release_id uuid NOT NULL,
  occurrence_start timestamp (3) with time zone NOT NULL,
  occurrence_end timestamp (3) with time zone NOT NULL,
  reason text NOT NULL,
  granted_at timestamp (3) with time zone NOT NULL,
  expires_at timestamp (3) with time zone NOT NULL,
  granted_by_id uuid NOT NULL,
  granted_by_name text NOT NULL,
  granted_by_email text NOT NULL,
  granted_role text NOT NULL,
  revoked_at timestamp (3) with time zone,
  revoked_by_name text,
  revoked_reason text,
  CONSTRAINT freeze_override_tenant_id_id_pk PRIMARY KEY (tenant_id, id)
);
--> statement-breakpoint
-- Every reader asks for what has not ended, or ended late enough to matter.
CREATE INDEX calendar_entry_valid ON calendar_entry (tenant_id, valid_until, valid_from);
--> statement-breakpoint
CREATE UNIQUE INDEX calendar_entry_supersedes ON calendar_entry (tenant_id, supersedes_id) WHERE supersedes_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX freeze_override_release ON freeze_override (tenant_id, release_id, granted_at);
--> statement-breakpoint
CREATE INDEX freeze_override_entry ON freeze_override (tenant_id, calendar_entry_id, granted_at);
--> statement-breakpoint
ALTER TABLE calendar_entry ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment,
  ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, supersedes_id) REFERENCES calendar_entry;
--> statement-breakpoint
ALTER TABLE freeze_override ADD FOREIGN KEY (tenant_id, calendar_entry_id) REFERENCES calendar_entry,
  ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release;
--> statement-breakpoint
SELECT isolate_table('calendar_entry'), isolate_table('freeze_override');
--> statement-breakpoint
GRANT UPDATE (valid_until, ended_at, ended_by_name, ended_reason) ON calendar_entry TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by_name, revoked_reason) ON freeze_override TO readiness_app;
