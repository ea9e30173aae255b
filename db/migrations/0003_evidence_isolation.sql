ALTER TABLE test_case ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service;
--> statement-breakpoint
ALTER TABLE test_run ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE test_result ADD FOREIGN KEY (tenant_id, test_case_id) REFERENCES test_case, ADD FOREIGN KEY (tenant_id, test_run_id) REFERENCES test_run;
--> statement-breakpoint
ALTER TABLE readiness_event ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment;
--> statement-breakpoint
ALTER TABLE integration_link ADD FOREIGN KEY (tenant_id, integration_id) REFERENCES integration, ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service;
--> statement-breakpoint
ALTER TABLE webhook_delivery ADD FOREIGN KEY (tenant_id, integration_id) REFERENCES integration;
--> statement-breakpoint
ALTER TABLE deployment_request ADD FOREIGN KEY (tenant_id, integration_id) REFERENCES integration,
  ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service, ADD FOREIGN KEY (tenant_id, environment_id) REFERENCES environment,
  ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release, ADD FOREIGN KEY (tenant_id, decision_id) REFERENCES decision;
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['test_case', 'test_run', 'test_result', 'readiness_event', 'integration', 'integration_link',
    'webhook_delivery', 'deployment_request'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_setting(''tenant'')) WITH CHECK (tenant_id = app_setting(''tenant''))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO readiness_app', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A webhook names its integration, not its tenant: the row of that id can be read, and no other.
CREATE POLICY presented_integration ON integration FOR SELECT USING (id = app_setting('integration'));
--> statement-breakpoint
GRANT UPDATE (name, api_url, app_id, private_key_sealed, webhook_secret_sealed, disabled_at) ON integration TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (service_id, environments), DELETE ON integration_link TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (service_id, environment_id, release_id, decision_id, state, note, reports, judged_at, answered_at) ON deployment_request TO readiness_app;
--> statement-breakpoint
-- Removes the current tenant if, and only if, it is a sample: its rows, its ledger, and the people it alone has.
CREATE OR REPLACE FUNCTION remove_sample_tenant() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  members uuid[]; p uuid; name text;
BEGIN
  PERFORM 1 FROM public.tenant WHERE id = t AND sample FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('app.removing_sample', 'on', true);
  SELECT array_agg(DISTINCT person_id) INTO members FROM public.membership WHERE tenant_id = t;
  FOREACH name IN ARRAY ARRAY['idempotency_key', 'api_token', 'deployment_request', 'webhook_delivery', 'integration_link',
    'integration', 'readiness_event', 'test_result', 'test_run', 'test_case', 'decision', 'signature', 'waiver', 'manifest',
    'stage_event', 'release', 'scorecard', 'metrics_snapshot', 'rehearsal', 'incident', 'approval_rule', 'policy',
    'environment', 'service', 'ledger_subject', 'ledger_entry', 'ledger_head', 'membership'] LOOP
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
