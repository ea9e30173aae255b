-- Makes a new table one of a tenant's: nobody's rows are seen outside of it, and the app role reads and inserts.
CREATE FUNCTION isolate_table(t text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
  EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_setting(''tenant'')) WITH CHECK (tenant_id = app_setting(''tenant''))', t);
  EXECUTE format('GRANT SELECT, INSERT ON %I TO readiness_app', t);
END $$;
REVOKE ALL ON FUNCTION isolate_table(text) FROM PUBLIC;
--> statement-breakpoint
-- For background jobs that are due by the clock: ids, and nothing else of another tenant.
CREATE FUNCTION tenant_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT id FROM public.tenant $$;
REVOKE ALL ON FUNCTION tenant_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenant_ids() TO readiness_app;
--> statement-breakpoint
-- Removes the current tenant if, and only if, it is a sample: its rows in every table that has a tenant, those that refer
-- to others first, its ledger, and the people it alone has.
CREATE OR REPLACE FUNCTION remove_sample_tenant() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  members uuid[]; p uuid; emptied oid[] := '{}'; next_table oid;
BEGIN
  PERFORM 1 FROM public.tenant WHERE id = t AND sample FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('app.removing_sample', 'on', true);
  SELECT array_agg(DISTINCT person_id) INTO members FROM public.membership WHERE tenant_id = t;
  LOOP
    SELECT c.oid INTO next_table FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.oid <> ALL (emptied)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = c.oid
          AND k.conrelid <> c.oid AND k.conrelid <> ALL (emptied))
      ORDER BY c.relname LIMIT 1;
    EXIT WHEN next_table IS NULL;
    EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', next_table::regclass) USING t;
    emptied := emptied || next_table;
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
