-- Somebody who signs in with an identity provider has no password.
ALTER TABLE person ALTER COLUMN password_hash DROP NOT NULL,
  ADD COLUMN last_sign_in_at timestamp (3) with time zone,
  ADD COLUMN disabled_by_tenant_id uuid REFERENCES tenant ON DELETE SET NULL;
--> statement-breakpoint
GRANT UPDATE (last_sign_in_at, disabled_by_tenant_id) ON person TO readiness_app;
--> statement-breakpoint
-- A role is given by hand, or by the groups that the provider last said the person is in.
ALTER TABLE membership ADD COLUMN source text NOT NULL DEFAULT 'manual',
  ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT membership_source CHECK (source = CASE WHEN cardinality(groups) > 0 THEN 'group' ELSE 'manual' END);
--> statement-breakpoint
GRANT UPDATE (groups) ON membership TO readiness_app;
--> statement-breakpoint
-- Who a provider's subject is here: one person a subject, one subject of a provider a person.
CREATE TABLE person_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  linked_at timestamp (3) with time zone NOT NULL,
  last_sign_in_at timestamp (3) with time zone,
  PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX person_identity_person ON person_identity (person_id, issuer);
REVOKE ALL ON person_identity FROM PUBLIC;
ALTER TABLE person_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_identity FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Seen: one's own, the one that a provider has just vouched for, and whether members of the tenant have one.
CREATE POLICY visible ON person_identity FOR SELECT USING (
  person_id = app_setting('person')
  OR (issuer = current_setting('app.issuer', true) AND subject = current_setting('app.subject', true))
  OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = app_setting('tenant') AND m.person_id = person_identity.person_id)
);
CREATE POLICY vouched ON person_identity FOR INSERT WITH CHECK (
  issuer = current_setting('app.issuer', true) AND subject = current_setting('app.subject', true)
);
CREATE POLICY signed_in ON person_identity FOR UPDATE USING (
  issuer = current_setting('app.issuer', true) AND subject = current_setting('app.subject', true)
);
CREATE POLICY removable ON person_identity FOR DELETE USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = app_setting('tenant') AND m.person_id = person_identity.person_id)
);
GRANT SELECT, INSERT, UPDATE (last_sign_in_at), DELETE ON person_identity TO readiness_app;
--> statement-breakpoint
CREATE TABLE group_role (
  tenant_id uuid NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  group_name text NOT NULL,
  role text NOT NULL,
  created_at timestamp (3) with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  by_email text,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX group_role_once ON group_role (tenant_id, group_name, role);
-- At sign-in the tenant is not known yet: the groups lead to it.
CREATE INDEX group_role_group ON group_role (group_name);
SELECT isolate_table('group_role');
GRANT DELETE ON group_role TO readiness_app;
CREATE POLICY presented_groups ON group_role FOR SELECT
  USING (nullif(current_setting('app.groups', true), '')::jsonb ? group_name);
--> statement-breakpoint
-- Identity proved again at a provider, for one signature.
CREATE TABLE step_up (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  method text NOT NULL,
  requested_at timestamp (3) with time zone NOT NULL,
  confirmed_at timestamp (3) with time zone,
  used_at timestamp (3) with time zone
);
CREATE INDEX step_up_person ON step_up (person_id, requested_at);
REVOKE ALL ON step_up FROM PUBLIC;
ALTER TABLE step_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE step_up FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON step_up USING (person_id = app_setting('person')) WITH CHECK (person_id = app_setting('person'));
GRANT SELECT, INSERT, UPDATE (confirmed_at, used_at), DELETE ON step_up TO readiness_app;
