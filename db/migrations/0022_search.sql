-- Everything that can be found, in one table, kept by triggers on the tables that the records are in.
CREATE TABLE "search_document" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"target" text NOT NULL,
	"service_id" uuid,
	"environment_id" uuid,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "search_document_tenant_id_kind_record_id_pk" PRIMARY KEY("tenant_id","kind","record_id")
);
--> statement-breakpoint
CREATE INDEX "search_document_newest" ON "search_document" USING btree ("tenant_id","kind","at","record_id");--> statement-breakpoint
-- Its lexemes begin with a key of tenant and kind, so that nobody's search walks through the words of others.
CREATE INDEX "search_document_words" ON "search_document" USING gin ("document") WITH (gin_pending_list_limit = 512);--> statement-breakpoint
CREATE INDEX "search_document_person" ON "search_document" USING btree ("record_id") WHERE kind = 'person';--> statement-breakpoint
-- Row security is not forced here: under it @@, which is not leakproof, could use no index. Only the functions below,
-- which run as the owner and keep to the tenant of the transaction, write; the app role may read what is its tenant's.
REVOKE ALL ON "search_document" FROM PUBLIC;--> statement-breakpoint
ALTER TABLE "search_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant_isolation ON "search_document" USING ("tenant_id" = app_setting('tenant')) WITH CHECK ("tenant_id" = app_setting('tenant'));--> statement-breakpoint
GRANT SELECT ON "search_document" TO readiness_app;--> statement-breakpoint
-- The helpers are called by functions whose search path is fixed; one of their own would cost more than they do.
-- Case, accents and forms of the same letter do not matter.
CREATE FUNCTION search_plain(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(left(regexp_replace(regexp_replace(lower(normalize(left(p, 6000), NFKD)), '[\u0300-\u036f]+', '', 'g'), '\s+', ' ', 'g'), 6000))
$$;
--> statement-breakpoint
-- Words are what stands between blanks, without punctuation around it.
CREATE FUNCTION search_split(p text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(left(w.word, 128) ORDER BY w.place) FILTER (WHERE w.word <> ''), '{}') FROM (
    SELECT regexp_replace(regexp_replace(s.word,
      '^[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u206f\u3001-\u303f]+', ''),
      '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u206f\u3001-\u303f]+$', '') AS word, s.place
    FROM string_to_table(public.search_plain(p), ' ') WITH ORDINALITY AS s(word, place)) w
$$;
--> statement-breakpoint
-- A word is found by its beginning, and by what follows any punctuation in it: 2025.10.01 by 10.01, ines@acme by acme.
CREATE FUNCTION search_words(p text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE word text; rest text; found text[] := '{}'; BEGIN
  FOREACH word IN ARRAY public.search_split(p) LOOP
    LOOP
      found := array_append(found, word);
      rest := regexp_replace(word,
        '^[^\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u206f\u3001-\u303f]+[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u206f\u3001-\u303f]+', '');
      EXIT WHEN rest = word OR rest = '';
      word := rest;
    END LOOP;
  END LOOP;
  RETURN found;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_key(p_tenant uuid, p_kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT left(md5(p_tenant::text || p_kind), 6) $$;
--> statement-breakpoint
-- `key=whole name`, `key+word of the name`, `key:word of the rest`.
CREATE FUNCTION search_vector(p_key text, p_heading text, p_text text, p_exact text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_agg(l.lexeme)) FROM (
    SELECT p_key || '=' || left(public.search_plain(e), 128) AS lexeme FROM unnest(p_exact || p_heading) e WHERE e <> ''
    UNION ALL SELECT p_key || '+' || w FROM unnest(public.search_words(p_heading)) w
    UNION ALL SELECT p_key || ':' || w FROM unnest(public.search_words(p_text)) w) l
$$;
--> statement-breakpoint
CREATE TYPE search_source AS (
  record_id uuid, target text, service_id uuid, environment_id uuid,
  title text, detail text,
  -- The words of the title that it is found by; empty where it is found by its identifiers alone.
  heading text, body text,
  -- What names it wholly: found by one of these, it comes first.
  exact text[],
  at timestamptz
);
--> statement-breakpoint
-- One definition for each kind of what it is found by. No ids: all of the tenant.
CREATE FUNCTION search_source_release(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.id, r.id::text, r.service_id, r.environment_id, s.slug || ' ' || r.version, e.slug || ' · ' || left(r.commit, 12),
    s.slug || ' ' || r.version, e.slug || ' ' || r.commit, ARRAY[r.version], r.created_at
  FROM public.release r JOIN public.service s ON s.tenant_id = r.tenant_id AND s.id = r.service_id
    JOIN public.environment e ON e.tenant_id = r.tenant_id AND e.id = r.environment_id
  WHERE r.tenant_id = p_tenant AND (p_ids IS NULL OR r.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_service(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.slug, s.id, NULL::uuid, s.name, s.slug || ' · ' || s.owner, s.name || ' ' || s.slug, s.owner, ARRAY[s.slug, s.name], s.created_at
  FROM public.service s WHERE s.tenant_id = p_tenant AND (p_ids IS NULL OR s.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_environment(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.id, e.slug, NULL::uuid, e.id, e.name, e.slug, e.name || ' ' || e.slug, '', ARRAY[e.slug, e.name], e.created_at
  FROM public.environment e WHERE e.tenant_id = p_tenant AND (p_ids IS NULL OR e.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_incident(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.id, i.id::text, i.service_id, NULL::uuid, 'INC-' || i.number || ' ' || i.title, s.slug, 'INC-' || i.number || ' ' || i.title,
    s.slug || ' ' || i.impact, ARRAY['INC-' || i.number, 'INC ' || i.number, 'INC' || i.number, i.number::text, i.title], i.declared_at
  FROM public.incident i JOIN public.service s ON s.tenant_id = i.tenant_id AND s.id = i.service_id
  WHERE i.tenant_id = p_tenant AND (p_ids IS NULL OR i.id = ANY (p_ids))
$$;
--> statement-breakpoint
-- A postmortem is found by what was published last.
CREATE FUNCTION search_source_postmortem(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT ON (v.incident_id) i.id, i.id::text, i.service_id, NULL::uuid, 'Postmortem of INC-' || i.number || ': ' || i.title, s.slug,
    'Postmortem of INC-' || i.number || ': ' || i.title, s.slug || ' ' || v.markdown, ARRAY[i.title], v.published_at
  FROM public.postmortem_version v JOIN public.incident i ON i.tenant_id = v.tenant_id AND i.id = v.incident_id
    JOIN public.service s ON s.tenant_id = i.tenant_id AND s.id = i.service_id
  WHERE v.tenant_id = p_tenant AND (p_ids IS NULL OR v.incident_id = ANY (p_ids))
  ORDER BY v.incident_id, v.version DESC
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_person(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, p.email, NULL::uuid, NULL::uuid, p.name, p.email, p.name || ' ' || p.email, '', ARRAY[p.email, p.name], min(m.granted_at)
  FROM public.membership m JOIN public.person p ON p.id = m.person_id
  WHERE m.tenant_id = p_tenant AND (p_ids IS NULL OR m.person_id = ANY (p_ids)) GROUP BY p.id
$$;
--> statement-breakpoint
-- Of a scorecard the findings too: who looks for a CVE wants to know where it was seen.
CREATE FUNCTION search_source_scorecard(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.id, c.id::text, c.service_id, c.environment_id, c.run_id, s.slug || ' · ' || e.slug || ' · ' || left(c.commit, 12), c.run_id,
    concat_ws(' ', s.slug, e.slug, c.model ->> 'release', c.commit, c.digest,
      (SELECT string_agg(concat_ws(' ', f ->> 'id', f ->> 'title'), ' ') FROM jsonb_path_query(c.model, '$.suites[*].findings[*]') f)),
    ARRAY(SELECT f #>> '{}' FROM jsonb_path_query(c.model, '$.suites[*].findings[*].id') f), c.received_at
  FROM public.scorecard c JOIN public.service s ON s.tenant_id = c.tenant_id AND s.id = c.service_id
    JOIN public.environment e ON e.tenant_id = c.tenant_id AND e.id = c.environment_id
  WHERE c.tenant_id = p_tenant AND (p_ids IS NULL OR c.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_waiver(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, w.id::text, w.service_id, r.environment_id, 'Waiver of ' || concat_ws(' ', w.check_id, w.finding),
    concat_ws(' · ', s.slug || coalesce(' ' || r.version, ''), w.granted_by_name), 'Waiver of ' || concat_ws(' ', w.check_id, w.finding),
    concat_ws(' ', s.slug, r.version, w.granted_by_name, w.justification, w.mitigation), ARRAY[w.check_id, w.finding], w.granted_at
  FROM public.waiver w JOIN public.service s ON s.tenant_id = w.tenant_id AND s.id = w.service_id
    LEFT JOIN public.release r ON r.tenant_id = w.tenant_id AND r.id = w.release_id
  WHERE w.tenant_id = p_tenant AND (p_ids IS NULL OR w.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_waiver_request(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, w.id::text, w.service_id, r.environment_id, 'Request to waive ' || concat_ws(' ', w.check_id, w.finding),
    concat_ws(' · ', s.slug || coalesce(' ' || r.version, ''), w.by_name), 'Request to waive ' || concat_ws(' ', w.check_id, w.finding),
    concat_ws(' ', s.slug, r.version, w.by_name, w.justification, w.mitigation), ARRAY[w.check_id, w.finding], w.requested_at
  FROM public.waiver_request w JOIN public.service s ON s.tenant_id = w.tenant_id AND s.id = w.service_id
    LEFT JOIN public.release r ON r.tenant_id = w.tenant_id AND r.id = w.release_id
  WHERE w.tenant_id = p_tenant AND (p_ids IS NULL OR w.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_rehearsal(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT h.id, h.id::text, h.service_id, h.environment_id, 'Rollback rehearsal of ' || s.slug || ' in ' || e.slug, h.from_version || ' to ' || h.to_version,
    'Rollback rehearsal of ' || s.slug || ' in ' || e.slug, concat_ws(' ', h.from_version, h.to_version, h.by_name, h.remediation,
      (SELECT string_agg(t, ' ') FROM jsonb_array_elements_text(h.participants || h.gaps) t)), '{}'::text[], h.finished_at
  FROM public.rehearsal h JOIN public.service s ON s.tenant_id = h.tenant_id AND s.id = h.service_id
    JOIN public.environment e ON e.tenant_id = h.tenant_id AND e.id = h.environment_id
  WHERE h.tenant_id = p_tenant AND (p_ids IS NULL OR h.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_action_item(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT a.id, a.id::text, a.service_id, NULL::uuid, a.title, concat_ws(' · ', s.slug, a.owner_name), a.title,
    concat_ws(' ', s.slug, a.owner_name, a.tracker_url, a.detail, a.closing_note), '{}'::text[], a.opened_at
  FROM public.action_item a LEFT JOIN public.service s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
  WHERE a.tenant_id = p_tenant AND (p_ids IS NULL OR a.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_metric(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.id, m.name, m.service_id, NULL::uuid, m.name, s.slug || ' · ' || m.owner, m.name, concat_ws(' ', s.slug, m.owner, m.description), ARRAY[m.name], m.created_at
  FROM public.metric_catalogue m JOIN public.service s ON s.tenant_id = m.tenant_id AND s.id = m.service_id
  WHERE m.tenant_id = p_tenant AND (p_ids IS NULL OR m.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_deployment(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.id, d.id::text, d.service_id, d.environment_id, 'Deployment of ' || concat_ws(' ', s.slug, d.version) || ' to ' || e.slug,
    concat_ws(' · ', left(d.commit, 12), d.external_id), concat_ws(' ', s.slug, d.version, e.slug),
    concat_ws(' ', d.commit, d.external_id, d.deployed_by, d.cause, d.remedy, (SELECT string_agg(t, ' ') FROM jsonb_array_elements_text(d.artifacts) t)),
    ARRAY[d.version, d.external_id], d.deployed_at
  FROM public.deployment d JOIN public.service s ON s.tenant_id = d.tenant_id AND s.id = d.service_id
    JOIN public.environment e ON e.tenant_id = d.tenant_id AND e.id = d.environment_id
  WHERE d.tenant_id = p_tenant AND (p_ids IS NULL OR d.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_review(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT v.id, v.id::text, NULL::uuid, NULL::uuid, 'Readiness review ' || v.quarter, v.by_name, 'Readiness review ' || v.quarter,
    concat_ws(' ', v.by_name, v.conclusion), ARRAY[v.quarter], v.opened_at
  FROM public.review v WHERE v.tenant_id = p_tenant AND (p_ids IS NULL OR v.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_manifest(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.id, r.id::text, r.service_id, r.environment_id, 'Manifest of ' || s.slug || ' ' || r.version || ', revision ' || m.revision, m.digest, '',
    concat_ws(' ', m.digest, (SELECT string_agg(a #>> '{}', ' ') FROM jsonb_path_query(m.content, '$.artifacts[*].hash') a)),
    '{}'::text[], m.created_at
  FROM public.manifest m JOIN public.release r ON r.tenant_id = m.tenant_id AND r.id = m.release_id
    JOIN public.service s ON s.tenant_id = r.tenant_id AND s.id = r.service_id
  WHERE m.tenant_id = p_tenant AND (p_ids IS NULL OR m.id = ANY (p_ids))
$$;
--> statement-breakpoint
CREATE FUNCTION search_source_decision(p_tenant uuid, p_ids uuid[]) RETURNS SETOF search_source LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.id, r.id || '/decisions/' || d.id, r.service_id, r.environment_id, 'Decision on ' || s.slug || ' ' || r.version, 'trace ' || d.trace_id, '',
    concat_ws(' ', d.trace_id, d.facts_digest, d.manifest_digest, d.scorecard_digest), '{}'::text[], d.decided_at
  FROM public.decision d JOIN public.release r ON r.tenant_id = d.tenant_id AND r.id = d.release_id
    JOIN public.service s ON s.tenant_id = r.tenant_id AND s.id = r.service_id
  WHERE d.tenant_id = p_tenant AND (p_ids IS NULL OR d.id = ANY (p_ids))
$$;
--> statement-breakpoint
-- Brings what is found of these records up to date with what they are; without ids, of all that the tenant has of a kind.
CREATE FUNCTION search_refresh(p_kind text, p_tenant uuid, p_ids uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  EXECUTE format('INSERT INTO public.search_document AS d (tenant_id, kind, record_id, target, service_id, environment_id, title, detail, body, at, document)
    SELECT $2, $1, o.record_id, o.target, o.service_id, o.environment_id, o.title, o.detail, left(o.body, 6000), o.at,
      public.search_vector(public.search_key($2, $1), o.heading, o.detail || '' '' || o.body, o.exact)
    FROM public.%I($2, $3) o
    ON CONFLICT (tenant_id, kind, record_id) DO UPDATE SET target = excluded.target, service_id = excluded.service_id,
      environment_id = excluded.environment_id, title = excluded.title, detail = excluded.detail, body = excluded.body,
      at = excluded.at, document = excluded.document', 'search_source_' || replace(p_kind, '-', '_')) USING p_kind, p_tenant, p_ids;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_forget(p_kind text, p_tenant uuid, p_ids uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  -- Somebody who loses one role may hold another.
  EXECUTE format('DELETE FROM public.search_document d WHERE d.tenant_id = $2 AND d.kind = $1 AND d.record_id = ANY ($3)
    AND NOT EXISTS (SELECT FROM public.%I($2, $3) o WHERE o.record_id = d.record_id)', 'search_source_' || replace(p_kind, '-', '_'))
    USING p_kind, p_tenant, p_ids;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_refresh(text, uuid, uuid[]), search_forget(text, uuid, uuid[]) FROM PUBLIC;
--> statement-breakpoint
-- After a statement: its kind and the column that names the record are the arguments.
CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE t uuid; ids uuid[]; BEGIN
  FOR t, ids IN EXECUTE format('SELECT tenant_id, array_agg(DISTINCT %I) FROM changed GROUP BY tenant_id', TG_ARGV[1]) LOOP
    IF TG_OP = 'DELETE' THEN PERFORM public.search_forget(TG_ARGV[0], t, ids);
    ELSE PERFORM public.search_refresh(TG_ARGV[0], t, ids); END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- After a change of what a record is found by, with the same arguments.
CREATE FUNCTION search_follow_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  PERFORM public.search_refresh(TG_ARGV[0], NEW.tenant_id, ARRAY[(to_jsonb(NEW) ->> TG_ARGV[1])::uuid]);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- People are of no tenant: whoever changes a name or an address sees one tenant, or none, of all that must follow.
CREATE FUNCTION search_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  UPDATE public.search_document d SET target = NEW.email, title = NEW.name, detail = NEW.email,
    document = public.search_vector(public.search_key(d.tenant_id, 'person'), NEW.name || ' ' || NEW.email, NEW.email,
      ARRAY[NEW.email, NEW.name])
    WHERE d.kind = 'person' AND d.record_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_follow(), search_follow_row(), search_follow_person() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER search_person AFTER UPDATE OF name, email ON person FOR EACH ROW
  WHEN ((OLD.name, OLD.email) IS DISTINCT FROM (NEW.name, NEW.email)) EXECUTE FUNCTION search_follow_person();
--> statement-breakpoint
DO $$ DECLARE s record; BEGIN
  FOR s IN SELECT * FROM (VALUES
    ('release', 'release', 'id', '{}'),
    ('service', 'service', 'id', '{name,owner}'),
    ('environment', 'environment', 'id', '{name}'),
    ('incident', 'incident', 'id', '{title,impact,service_id}'),
    ('postmortem', 'postmortem_version', 'incident_id', '{}'),
    ('person', 'membership', 'person_id', '{}'),
    ('scorecard', 'scorecard', 'id', '{}'),
    ('waiver', 'waiver', 'id', '{}'),
    ('waiver-request', 'waiver_request', 'id', '{}'),
    ('rehearsal', 'rehearsal', 'id', '{remediation}'),
    ('action-item', 'action_item', 'id', '{title,detail,owner_name,tracker_url,closing_note,service_id}'),
    ('metric', 'metric_catalogue', 'id', '{name,owner,description}'),
    ('deployment', 'deployment', 'id', '{version,commit,artifacts,deployed_by,deployed_at,cause,remedy}'),
    ('review', 'review', 'id', '{conclusion}'),
    ('manifest', 'manifest', 'id', '{}'),
    ('decision', 'decision', 'id', '{}')) AS v(kind, source, id, told)
  LOOP
    EXECUTE format('CREATE TRIGGER search_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_follow(%L, %L)', s.source, s.kind, s.id);
    EXECUTE format('CREATE TRIGGER search_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_follow(%L, %L)', s.source, s.kind, s.id);
    IF s.told <> '{}' THEN
      EXECUTE format('CREATE TRIGGER search_changed AFTER UPDATE ON %I FOR EACH ROW WHEN ((%s) IS DISTINCT FROM (%s)) EXECUTE FUNCTION search_follow_row(%L, %L)', s.source,
        (SELECT 'ROW(' || string_agg('OLD.' || c, ', ') || ')' FROM unnest(s.told::text[]) c),
        (SELECT 'ROW(' || string_agg('NEW.' || c, ', ') || ')' FROM unnest(s.told::text[]) c), s.kind, s.id);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_postmortem_changed AFTER UPDATE ON incident FOR EACH ROW
  WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION search_follow_row('postmortem', 'id');
--> statement-breakpoint
CREATE FUNCTION search_quoted(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT '''' || replace(replace(p, '\', '\\'), '''', '''''') || '''' $$;
--> statement-breakpoint
-- A word may be a beginning. A name in several parts is the same whatever stands between them: payments-api, payments_api.
CREATE FUNCTION search_form(p_mark text, p_word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_word !~ '^[a-z][a-z0-9]*([-_/][a-z0-9]+)+$' THEN public.search_quoted(p_mark || p_word) || ':*'
    ELSE format('(%s:* | (%s))', public.search_quoted(p_mark || p_word),
      (SELECT string_agg(public.search_quoted(p_mark || part) || CASE WHEN part ~ '^[0-9]{1,3}$' THEN '' ELSE ':*' END, ' & ')
        FROM regexp_split_to_table(p_word, '[-_/]') part)) END
$$;
--> statement-breakpoint
-- What a text asks for: wholly, in the name, anywhere. No word: no row.
CREATE FUNCTION search_queries(p_key text, p_text text, OUT wholly tsquery, OUT named tsquery, OUT anywhere tsquery) RETURNS SETOF record
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.search_quoted(p_key || '=' || left(public.search_plain(p_text), 128))::tsquery,
    string_agg(w.named, ' & ')::tsquery, string_agg(format('(%s | %s)', w.named, w.other), ' & ')::tsquery
  FROM (SELECT public.search_form(p_key || '+', word) AS named, public.search_form(p_key || ':', word) AS other
    FROM unnest((public.search_split(p_text))[1:8]) word) w
  HAVING count(*) > 0
$$;
--> statement-breakpoint
-- Records of one kind that a text finds in the tenant of the transaction: named wholly by it, then by their name, then
-- by anything else that they hold; the latest of each first, from after the last one that the reader has seen.
CREATE FUNCTION search_documents(p_kind text, p_text text, p_limit integer, p_tier integer, p_at timestamptz, p_id uuid, p_service uuid, p_environment uuid)
  RETURNS TABLE (record_id uuid, tier integer, target text, title text, detail text, body text, at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
  own uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  named_id uuid := CASE WHEN btrim(p_text) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN btrim(p_text)::uuid END;
  asked record; wanted tsquery; edge_at timestamptz; edge_id uuid; room integer; hits uuid[];
  ids uuid[] := '{}'; tiers integer[] := '{}';
  -- So many of the latest are looked through before the index of words is asked: what most records hold is found at once.
  near CONSTANT integer := 300;
BEGIN
  IF own IS NULL THEN RETURN; END IF;
  SELECT * INTO asked FROM public.search_queries(public.search_key(own, p_kind), p_text);
  IF NOT FOUND THEN RETURN; END IF;
  FOR step IN coalesce(p_tier, 0)..2 LOOP
    room := p_limit - cardinality(ids);
    EXIT WHEN room <= 0;
    edge_at := CASE WHEN step = p_tier THEN p_at ELSE 'infinity' END;
    edge_id := CASE WHEN step = p_tier THEN p_id ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff' END;
    wanted := CASE step WHEN 0 THEN asked.wholly WHEN 1 THEN asked.named && !!asked.wholly
      ELSE asked.anywhere && !!asked.named && !!asked.wholly END;
    hits := NULL;
    IF step > 0 THEN
      SELECT array_agg(n.record_id) INTO hits FROM (
        SELECT l.record_id FROM (
          SELECT d.record_id, d.document, d.service_id, d.environment_id FROM public.search_document d
          WHERE d.tenant_id = own AND d.kind = p_kind AND (d.at, d.record_id) < (edge_at, edge_id)
          ORDER BY d.at DESC, d.record_id DESC LIMIT near) l
        WHERE l.document @@ wanted AND (p_service IS NULL OR l.service_id IS NULL OR l.service_id = p_service)
          AND (p_environment IS NULL OR l.environment_id IS NULL OR l.environment_id = p_environment)
        LIMIT room) n;
    END IF;
    IF step = 0 OR (coalesce(cardinality(hits), 0) < room AND EXISTS (
      SELECT FROM public.search_document d WHERE d.tenant_id = own AND d.kind = p_kind AND (d.at, d.record_id) < (edge_at, edge_id)
      ORDER BY d.at DESC, d.record_id DESC OFFSET near)) THEN
      -- By the index of words alone: any other condition in its place would let the planner take another index.
      WITH matched AS MATERIALIZED (
        SELECT d.tenant_id, d.kind, d.record_id, d.at, d.service_id, d.environment_id FROM public.search_document d WHERE d.document @@ wanted)
      SELECT array_agg(n.record_id) INTO hits FROM (
        SELECT m.record_id FROM matched m
        WHERE m.tenant_id = own AND m.kind = p_kind AND (m.at, m.record_id) < (edge_at, edge_id)
          AND (p_service IS NULL OR m.service_id IS NULL OR m.service_id = p_service)
          AND (p_environment IS NULL OR m.environment_id IS NULL OR m.environment_id = p_environment)
        ORDER BY m.at DESC, m.record_id DESC LIMIT room) n;
    END IF;
    IF step = 0 AND p_tier IS NULL AND hits IS NULL AND named_id IS NOT NULL THEN
      SELECT array_agg(d.record_id) INTO hits FROM public.search_document d
      WHERE d.tenant_id = own AND d.kind = p_kind AND d.record_id = named_id
        AND (p_service IS NULL OR d.service_id IS NULL OR d.service_id = p_service)
        AND (p_environment IS NULL OR d.environment_id IS NULL OR d.environment_id = p_environment);
    END IF;
    ids := ids || coalesce(hits, '{}');
    tiers := tiers || array_fill(step, ARRAY[coalesce(cardinality(hits), 0)]);
  END LOOP;
  RETURN QUERY SELECT d.record_id, f.tier, d.target, d.title, d.detail, d.body, d.at
    FROM unnest(ids, tiers) WITH ORDINALITY AS f(id, tier, place)
    JOIN public.search_document d ON d.tenant_id = own AND d.kind = p_kind AND d.record_id = f.id
    ORDER BY f.place;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_documents(text, text, integer, integer, timestamptz, uuid, uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_documents(text, text, integer, integer, timestamptz, uuid, uuid, uuid) TO readiness_app;
--> statement-breakpoint
-- What there is already. The owner of the tables sees no tenant's rows; for this it must.
DO $$ DECLARE t text; k text; x uuid; sources text[] := ARRAY['release', 'service', 'environment', 'incident', 'postmortem_version', 'membership',
  'scorecard', 'waiver', 'waiver_request', 'rehearsal', 'action_item', 'metric_catalogue', 'deployment', 'review', 'manifest', 'decision'];
BEGIN
  FOREACH t IN ARRAY sources LOOP EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t); END LOOP;
  FOR x IN SELECT id FROM tenant LOOP
    FOREACH k IN ARRAY ARRAY['release', 'service', 'environment', 'incident', 'postmortem', 'person', 'scorecard', 'waiver', 'waiver-request',
      'rehearsal', 'action-item', 'metric', 'deployment', 'review', 'manifest', 'decision'] LOOP
      PERFORM search_refresh(k, x, NULL);
    END LOOP;
  END LOOP;
  FOREACH t IN ARRAY sources LOOP EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t); END LOOP;
END $$;
