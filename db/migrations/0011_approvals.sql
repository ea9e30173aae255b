-- The approval matrix gets a history: a rule holds from one instant until another, and is ended, never deleted.
ALTER TABLE approval_rule ADD COLUMN id uuid, ADD COLUMN service_id uuid, ADD COLUMN requires_training text,
  ADD COLUMN valid_from timestamp (3) with time zone, ADD COLUMN valid_until timestamp (3) with time zone,
  ADD COLUMN set_at timestamp (3) with time zone, ADD COLUMN set_by_name text,
  ADD COLUMN ended_at timestamp (3) with time zone, ADD COLUMN ended_by_name text;
--> statement-breakpoint
-- The owner of the tables sees no tenant's rows either; for this one statement it must.
ALTER TABLE approval_rule NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE environment NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE approval_rule r SET id = gen_random_uuid(), valid_from = e.created_at, set_at = e.created_at
  FROM environment e WHERE e.tenant_id = r.tenant_id AND e.id = r.environment_id;
--> statement-breakpoint
ALTER TABLE environment FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE approval_rule FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE approval_rule DROP CONSTRAINT approval_rule_tenant_id_environment_id_role_pk,
  ALTER COLUMN id SET NOT NULL, ALTER COLUMN valid_from SET NOT NULL, ALTER COLUMN set_at SET NOT NULL,
  ADD CONSTRAINT approval_rule_tenant_id_id_pk PRIMARY KEY (tenant_id, id),
  ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service,
  ADD CHECK (valid_until >= valid_from);
--> statement-breakpoint
CREATE INDEX approval_rule_place ON approval_rule (tenant_id, environment_id, valid_from);
--> statement-breakpoint
-- One rule a role, row and instant; what was called off before it began (until = from) does not count.
CREATE UNIQUE INDEX approval_rule_once ON approval_rule (tenant_id, environment_id, service_id, role, valid_from)
  NULLS NOT DISTINCT WHERE valid_until IS NULL OR valid_until > valid_from;
--> statement-breakpoint
REVOKE DELETE ON approval_rule FROM readiness_app;
--> statement-breakpoint
GRANT UPDATE (valid_until, ended_at, ended_by_name) ON approval_rule TO readiness_app;
--> statement-breakpoint
-- A role may be held until an instant; from then on its row gives nothing.
ALTER TABLE membership ADD COLUMN valid_until timestamp (3) with time zone;
--> statement-breakpoint
CREATE INDEX membership_expiry ON membership (tenant_id, valid_until) WHERE valid_until IS NOT NULL;
--> statement-breakpoint
GRANT UPDATE (valid_until) ON membership TO readiness_app;
--> statement-breakpoint
CREATE TABLE delegation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  from_id uuid NOT NULL,
  from_name text NOT NULL,
  to_id uuid NOT NULL,
  to_name text NOT NULL,
  role text NOT NULL,
  reason text NOT NULL,
  starts_at timestamp (3) with time zone NOT NULL,
  ends_at timestamp (3) with time zone NOT NULL,
  created_at timestamp (3) with time zone NOT NULL,
  revoked_at timestamp (3) with time zone,
  revoked_by_name text,
  CONSTRAINT delegation_tenant_id_id_pk PRIMARY KEY (tenant_id, id),
  CHECK (from_id <> to_id),
  CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '2160 hours')
);
--> statement-breakpoint
CREATE INDEX delegation_newest ON delegation (tenant_id, created_at, id);
--> statement-breakpoint
CREATE INDEX delegation_standing ON delegation (tenant_id, ends_at) WHERE revoked_at IS NULL;
--> statement-breakpoint
CREATE INDEX delegation_from ON delegation (tenant_id, from_id, ends_at);
--> statement-breakpoint
CREATE INDEX delegation_to ON delegation (to_id, tenant_id, ends_at);
--> statement-breakpoint
SELECT isolate_table('delegation');
--> statement-breakpoint
-- A session knows its person before its tenant: what was lent to that person can be read, as their memberships can.
CREATE POLICY own_delegation ON delegation FOR SELECT USING (to_id = app_setting('person'));
--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by_name) ON delegation TO readiness_app;
--> statement-breakpoint
CREATE TABLE training_record (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  training text NOT NULL,
  completed_at timestamp (3) with time zone NOT NULL,
  expires_at timestamp (3) with time zone,
  evidence_url text,
  recorded_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  revoked_at timestamp (3) with time zone,
  revoked_by_name text,
  revoked_reason text,
  CONSTRAINT training_record_tenant_id_id_pk PRIMARY KEY (tenant_id, id),
  CHECK (expires_at > completed_at)
);
--> statement-breakpoint
CREATE INDEX training_record_person ON training_record (tenant_id, person_id, training);
--> statement-breakpoint
CREATE INDEX training_record_name ON training_record (tenant_id, lower(training));
--> statement-breakpoint
SELECT isolate_table('training_record');
--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by_name, revoked_reason) ON training_record TO readiness_app;
--> statement-breakpoint
-- A signature by a delegate names whose authority it uses, and the delegation that gave it.
ALTER TABLE signature ADD COLUMN on_behalf_of_id uuid, ADD COLUMN on_behalf_of_name text, ADD COLUMN delegation_id uuid,
  ADD FOREIGN KEY (tenant_id, delegation_id) REFERENCES delegation,
  ADD CHECK ((on_behalf_of_id IS NULL) = (delegation_id IS NULL) AND (on_behalf_of_id IS NULL) = (on_behalf_of_name IS NULL));
