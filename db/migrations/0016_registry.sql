-- What the registry is searched by. A body that somebody has overwritten with anything else has neither kind nor actor.
CREATE FUNCTION ledger_kind(p_body bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN convert_from(p_body, 'UTF8')::jsonb ->> 'kind'; EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
CREATE FUNCTION ledger_actor(p_body bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN lower(convert_from(p_body, 'UTF8')::jsonb -> 'actor' ->> 'name'); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
--> statement-breakpoint
CREATE INDEX "ledger_entry_kind" ON "ledger_entry" USING btree ("tenant_id",ledger_kind("body"),"idx");--> statement-breakpoint
CREATE INDEX "ledger_entry_actor" ON "ledger_entry" USING btree ("tenant_id",ledger_actor("body"),"idx");--> statement-breakpoint
CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("tenant_id","at","idx");
--> statement-breakpoint
-- The names that the schema's own definition gives to primary keys.
ALTER TABLE "action_item" RENAME CONSTRAINT "action_item_pkey" TO "action_item_tenant_id_id_pk";
ALTER TABLE "break_glass" RENAME CONSTRAINT "break_glass_pkey" TO "break_glass_tenant_id_id_pk";
ALTER TABLE "checklist_confirmation" RENAME CONSTRAINT "checklist_confirmation_pkey" TO "checklist_confirmation_tenant_id_id_pk";
ALTER TABLE "dashboard_template" RENAME CONSTRAINT "dashboard_template_pkey" TO "dashboard_template_tenant_id_id_pk";
ALTER TABLE "deployment" RENAME CONSTRAINT "deployment_pkey" TO "deployment_tenant_id_id_pk";
ALTER TABLE "group_role" RENAME CONSTRAINT "group_role_pkey" TO "group_role_tenant_id_id_pk";
ALTER TABLE "manifest_draft" RENAME CONSTRAINT "manifest_draft_pkey" TO "manifest_draft_tenant_id_release_id_pk";
ALTER TABLE "metric_catalogue" RENAME CONSTRAINT "metric_catalogue_pkey" TO "metric_catalogue_tenant_id_id_pk";
ALTER TABLE "person_identity" RENAME CONSTRAINT "person_identity_pkey" TO "person_identity_issuer_subject_pk";
ALTER TABLE "post_release_step" RENAME CONSTRAINT "post_release_step_pkey" TO "post_release_step_tenant_id_release_id_step_pk";
ALTER TABLE "release_archive" RENAME CONSTRAINT "release_archive_pkey" TO "release_archive_tenant_id_release_id_pk";
ALTER TABLE "rollback_readiness" RENAME CONSTRAINT "rollback_readiness_pkey" TO "rollback_readiness_tenant_id_service_id_environment_id_pk";
ALTER TABLE "stage_refusal" RENAME CONSTRAINT "stage_refusal_pkey" TO "stage_refusal_tenant_id_id_pk";
ALTER TABLE "verification_setting" RENAME CONSTRAINT "verification_setting_pkey" TO "verification_setting_tenant_id_environment_id_pk";
ALTER TABLE "verification_window" RENAME CONSTRAINT "verification_window_pkey" TO "verification_window_tenant_id_release_id_pk";
