-- The app role: every transaction of the product runs as it. It owns nothing and bypasses nothing.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'readiness_app') THEN
    CREATE ROLE readiness_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'readiness_app', 'MEMBER') OR current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE format('GRANT readiness_app TO %I', current_user);
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'readiness_web') THEN
    GRANT readiness_app TO readiness_web;
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO readiness_app;
--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
ALTER TABLE release ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service;
--> statement-breakpoint
ALTER TABLE release ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE approval_rule ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE membership ADD FOREIGN KEY (tenant_id) REFERENCES tenant, ADD FOREIGN KEY (person_id) REFERENCES person;
--> statement-breakpoint
ALTER TABLE stage_event ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release;
--> statement-breakpoint
ALTER TABLE manifest ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release;
--> statement-breakpoint
ALTER TABLE decision ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release, ADD FOREIGN KEY (tenant_id, manifest_id) REFERENCES manifest;
--> statement-breakpoint
ALTER TABLE signature ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release, ADD FOREIGN KEY (tenant_id, manifest_id) REFERENCES manifest;
--> statement-breakpoint
ALTER TABLE waiver ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release;
--> statement-breakpoint
ALTER TABLE scorecard ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE metrics_snapshot ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE rehearsal ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE incident ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service;
--> statement-breakpoint
-- Isolation: no tenant set, no rows; and nobody, the owner included, is exempt.
CREATE FUNCTION app_setting(name text) RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.' || name, true), '')::uuid $$;
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_setting(''tenant'')) WITH CHECK (tenant_id = app_setting(''tenant''))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own_membership ON membership FOR SELECT USING (person_id = app_setting('person'));
--> statement-breakpoint
CREATE POLICY presented_token ON api_token FOR SELECT USING (id = app_setting('token'));
--> statement-breakpoint
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY visible ON tenant USING (
  id = app_setting('tenant')
  OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = tenant.id AND m.person_id = app_setting('person'))
) WITH CHECK (id = app_setting('tenant'));
--> statement-breakpoint
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY visible ON person FOR SELECT USING (
  id = app_setting('person')
  OR lower(email) = nullif(current_setting('app.email', true), '')
  OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = app_setting('tenant') AND m.person_id = person.id)
);
--> statement-breakpoint
CREATE POLICY writable ON person FOR UPDATE USING (
  id = app_setting('person')
  OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = app_setting('tenant') AND m.person_id = person.id)
);
--> statement-breakpoint
CREATE POLICY creatable ON person FOR INSERT WITH CHECK (true);
--> statement-breakpoint
-- What the app role may do, table by table. Records of fact cannot be changed, only added.
GRANT SELECT, INSERT ON tenant, person, membership, service, environment, approval_rule, policy, release, stage_event,
  manifest, scorecard, metrics_snapshot, rehearsal, incident, signature, waiver, decision, api_token, idempotency_key,
  sign_in_throttle TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (name) ON tenant TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (name, password_hash, session_version, disabled_at) ON person TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (name, owner) ON service TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (name, position, is_production) ON environment TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (stage, stage_status, approvals_requested_at, ended_at, last_verdict, last_decision_id, last_decided_at) ON release TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (remediation, remediated_at, remediated_by_name) ON rehearsal TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (resolved_at) ON incident TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at, withdrawn_reason) ON signature TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by_name, revoked_reason, superseded_by_id) ON waiver TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (last_used_at, revoked_at) ON api_token TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (value) ON idempotency_key TO readiness_app;
--> statement-breakpoint
GRANT UPDATE, DELETE ON sign_in_throttle TO readiness_app;
--> statement-breakpoint
GRANT DELETE ON membership, approval_rule TO readiness_app;
--> statement-breakpoint
-- The ledger: read by all of the tenant, written by one function.
GRANT SELECT ON ledger_entry, ledger_subject, ledger_head TO readiness_app;
--> statement-breakpoint
ALTER TABLE ledger_entry ADD CHECK (octet_length(body) <= 1048576), ADD CHECK (leaf = sha256('\x00'::bytea || body));
--> statement-breakpoint
CREATE FUNCTION ledger_deny() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  -- Only a sample tenant can be removed, and only as a whole: see remove_sample_tenant().
  IF TG_OP = 'DELETE' AND current_setting('app.removing_sample', true) = 'on'
    AND EXISTS (SELECT 1 FROM public.tenant t WHERE t.id = OLD.tenant_id AND t.sample) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_deny();
--> statement-breakpoint
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_deny();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_subject FOR EACH ROW EXECUTE FUNCTION ledger_deny();
--> statement-breakpoint
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ledger_subject FOR EACH STATEMENT EXECUTE FUNCTION ledger_deny();
--> statement-breakpoint
CREATE FUNCTION ledger_append(p_body bytea, p_command text, p_at timestamptz, p_subjects uuid[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  n bigint; edge bytea[]; h bytea; leaf bytea; rest bigint; r bytea; i int;
BEGIN
  IF t IS NULL THEN
    RAISE EXCEPTION 'ledger_append needs a tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.ledger_head (tenant_id, size, frontier, root) VALUES (t, 0, '{}', sha256(''::bytea)) ON CONFLICT DO NOTHING;
  SELECT size, frontier INTO n, edge FROM public.ledger_head WHERE tenant_id = t FOR UPDATE;
  leaf := sha256('\x00'::bytea || p_body);
  h := leaf;
  rest := n;
  -- RFC 6962: full subtrees of equal size at the right edge are merged as the new leaf completes them.
  WHILE rest % 2 = 1 LOOP
    h := sha256('\x01'::bytea || edge[cardinality(edge)] || h);
    edge := edge[1 : cardinality(edge) - 1];
    rest := rest / 2;
  END LOOP;
  edge := edge || h;
  r := edge[cardinality(edge)];
  FOR i IN REVERSE cardinality(edge) - 1 .. 1 LOOP
    r := sha256('\x01'::bytea || edge[i] || r);
  END LOOP;
  UPDATE public.ledger_head SET size = n + 1, frontier = edge, root = r WHERE tenant_id = t;
  INSERT INTO public.ledger_entry (tenant_id, idx, body, leaf, root, command, at) VALUES (t, n, p_body, leaf, r, p_command, p_at);
  INSERT INTO public.ledger_subject (tenant_id, subject_id, idx) SELECT DISTINCT t, s, n FROM unnest(p_subjects) s;
  RETURN n;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ledger_append(bytea, text, timestamptz, uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ledger_append(bytea, text, timestamptz, uuid[]) TO readiness_app;
--> statement-breakpoint
-- Removes the current tenant if, and only if, it is a sample: its rows, its ledger, and the people it alone has.
CREATE FUNCTION remove_sample_tenant() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  members uuid[]; p uuid; name text;
BEGIN
  PERFORM 1 FROM public.tenant WHERE id = t AND sample FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('app.removing_sample', 'on', true);
  SELECT array_agg(DISTINCT person_id) INTO members FROM public.membership WHERE tenant_id = t;
  FOREACH name IN ARRAY ARRAY['idempotency_key', 'api_token', 'decision', 'signature', 'waiver', 'manifest', 'stage_event',
    'release', 'scorecard', 'metrics_snapshot', 'rehearsal', 'incident', 'approval_rule', 'policy', 'environment', 'service',
    'ledger_subject', 'ledger_entry', 'ledger_head', 'membership'] LOOP
    EXECUTE format('DELETE FROM public.%I WHERE tenant_id = $1', name) USING t;
  END LOOP;
  FOREACH p IN ARRAY coalesce(members, '{}') LOOP
    PERFORM set_config('app.person', p::text, true);
    IF NOT EXISTS (SELECT 1 FROM public.membership WHERE person_id = p) THEN
      DELETE FROM public.person WHERE id = p;
    END IF;
  END LOOP;
  DELETE FROM public.tenant WHERE id = t;
  PERFORM set_config('app.removing_sample', '', true);
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION remove_sample_tenant() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION remove_sample_tenant() TO readiness_app;
--> statement-breakpoint
-- The sample tenant's id, for the command that removes it from a terminal.
CREATE FUNCTION sample_tenant_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT id FROM public.tenant WHERE sample LIMIT 1 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION sample_tenant_id() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION sample_tenant_id() TO readiness_app;
