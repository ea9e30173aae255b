CREATE TABLE "approval_rule" (
	"tenant_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "approval_rule_tenant_id_environment_id_role_pk" PRIMARY KEY("tenant_id","environment_id","role")
);
--> statement-breakpoint
CREATE TABLE "environment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"is_production" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "environment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "environment_slug" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
CREATE TABLE "service" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "service_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "service_slug" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"body" jsonb NOT NULL,
	"policy_version" integer,
	"policy_digest" text,
	"manifest_id" uuid,
	"manifest_digest" text,
	"scorecard_id" uuid,
	"scorecard_digest" text,
	"facts_digest" text NOT NULL,
	"trace_id" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "decision_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"manifest_id" uuid NOT NULL,
	"manifest_digest" text NOT NULL,
	"person_id" uuid NOT NULL,
	"printed_name" text NOT NULL,
	"role" text NOT NULL,
	"decision" text NOT NULL,
	"meaning" text NOT NULL,
	"reason" text,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "signature_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "waiver" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"release_id" uuid,
	"check_id" text NOT NULL,
	"finding" text,
	"justification" text NOT NULL,
	"mitigation" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by_id" uuid NOT NULL,
	"granted_by_name" text NOT NULL,
	"granted_by_email" text NOT NULL,
	"granted_role" text NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by_name" text,
	"revoked_reason" text,
	"supersedes_id" uuid,
	"superseded_by_id" uuid,
	CONSTRAINT "waiver_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"severity" text NOT NULL,
	"title" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "incident_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "metrics_snapshot" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"commit" text NOT NULL,
	"run_id" text NOT NULL,
	"digest" text NOT NULL,
	"document" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "metrics_snapshot_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "metrics_run" UNIQUE("tenant_id","service_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "rehearsal" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"from_version" text NOT NULL,
	"to_version" text NOT NULL,
	"participants" jsonb NOT NULL,
	"gaps" jsonb NOT NULL,
	"evidence_url" text,
	"remediation" text,
	"remediated_at" timestamp (3) with time zone,
	"remediated_by_name" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "rehearsal_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "scorecard" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"commit" text NOT NULL,
	"run_id" text NOT NULL,
	"digest" text NOT NULL,
	"overall_passed" boolean NOT NULL,
	"document" jsonb NOT NULL,
	"model" jsonb NOT NULL,
	"generated_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "scorecard_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "scorecard_run" UNIQUE("tenant_id","service_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"tenant_id" uuid NOT NULL,
	"idx" bigint NOT NULL,
	"body" "bytea" NOT NULL,
	"leaf" "bytea" NOT NULL,
	"root" "bytea" NOT NULL,
	"command" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_entry_tenant_id_idx_pk" PRIMARY KEY("tenant_id","idx")
);
--> statement-breakpoint
CREATE TABLE "ledger_head" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"frontier" "bytea"[] NOT NULL,
	"root" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_subject" (
	"tenant_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"idx" bigint NOT NULL,
	CONSTRAINT "ledger_subject_tenant_id_subject_id_idx_pk" PRIMARY KEY("tenant_id","subject_id","idx")
);
--> statement-breakpoint
CREATE TABLE "manifest" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"digest" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "manifest_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "manifest_revision" UNIQUE("tenant_id","release_id","revision")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"version" text NOT NULL,
	"commit" text NOT NULL,
	"stage" text NOT NULL,
	"stage_status" text NOT NULL,
	"approvals_requested_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"last_verdict" text,
	"last_decision_id" uuid,
	"last_decided_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "release_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "release_version" UNIQUE("tenant_id","service_id","environment_id","version")
);
--> statement-breakpoint
CREATE TABLE "stage_event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "stage_event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "membership_tenant_id_person_id_role_pk" PRIMARY KEY("tenant_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tenant_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"hint" text NOT NULL,
	"verbs" jsonb NOT NULL,
	"service_id" uuid,
	"environment_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"tenant_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"input_digest" text NOT NULL,
	"value" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_tenant_id_actor_id_key_pk" PRIMARY KEY("tenant_id","actor_id","key")
);
--> statement-breakpoint
CREATE INDEX "decision_release" ON "decision" USING btree ("tenant_id","release_id","decided_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "signature_standing" ON "signature" USING btree ("tenant_id","manifest_id","person_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "signature_release" ON "signature" USING btree ("tenant_id","release_id","signed_at");--> statement-breakpoint
CREATE INDEX "signature_person" ON "signature" USING btree ("tenant_id","person_id","signed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "waiver_supersedes" ON "waiver" USING btree ("tenant_id","supersedes_id") WHERE supersedes_id is not null;--> statement-breakpoint
CREATE INDEX "waiver_service" ON "waiver" USING btree ("tenant_id","service_id","granted_at");--> statement-breakpoint
CREATE INDEX "waiver_expiry" ON "waiver" USING btree ("tenant_id","expires_at","id");--> statement-breakpoint
CREATE INDEX "incident_service" ON "incident" USING btree ("tenant_id","service_id","declared_at");--> statement-breakpoint
CREATE INDEX "metrics_evidence" ON "metrics_snapshot" USING btree ("tenant_id","service_id","commit","environment_id","taken_at");--> statement-breakpoint
CREATE INDEX "rehearsal_freshness" ON "rehearsal" USING btree ("tenant_id","service_id","environment_id","finished_at");--> statement-breakpoint
CREATE INDEX "rehearsal_newest" ON "rehearsal" USING btree ("tenant_id","finished_at","id");--> statement-breakpoint
CREATE INDEX "scorecard_evidence" ON "scorecard" USING btree ("tenant_id","service_id","commit","environment_id","generated_at");--> statement-breakpoint
CREATE INDEX "scorecard_newest" ON "scorecard" USING btree ("tenant_id","received_at","id");--> statement-breakpoint
CREATE INDEX "ledger_subject_entry" ON "ledger_subject" USING btree ("tenant_id","idx");--> statement-breakpoint
CREATE INDEX "release_newest" ON "release" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "release_service_newest" ON "release" USING btree ("tenant_id","service_id","environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "stage_event_release" ON "stage_event" USING btree ("tenant_id","release_id","at","id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree (lower("email"));