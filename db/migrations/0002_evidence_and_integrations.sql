CREATE TABLE "readiness_event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "readiness_event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "deployment_request" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"repository" text NOT NULL,
	"external_environment" text NOT NULL,
	"service_id" uuid,
	"environment_id" uuid,
	"commit" text NOT NULL,
	"callback_url" text,
	"installation_id" text,
	"release_id" uuid,
	"decision_id" uuid,
	"state" text NOT NULL,
	"note" text,
	"reports" integer NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"judged_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "deployment_request_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "deployment_request_external" UNIQUE("tenant_id","integration_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "integration" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"webhook_secret_sealed" text NOT NULL,
	"api_url" text,
	"app_id" text,
	"private_key_sealed" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "integration_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "integration_name" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "integration_link" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"repository" text NOT NULL,
	"service_id" uuid NOT NULL,
	"environments" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "integration_link_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "integration_link_repository" UNIQUE("tenant_id","integration_id","repository")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"event" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_delivery_tenant_id_integration_id_delivery_id_pk" PRIMARY KEY("tenant_id","integration_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "test_case" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"suite" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"group_name" text,
	"file" text,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_case_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "test_case_key" UNIQUE("tenant_id","service_id","suite","key")
);
--> statement-breakpoint
CREATE TABLE "test_result" (
	"tenant_id" uuid NOT NULL,
	"test_case_id" uuid NOT NULL,
	"test_run_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"commit" text NOT NULL,
	"outcome" text NOT NULL,
	"duration_ms" integer,
	"ran_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_result_tenant_id_test_case_id_test_run_id_pk" PRIMARY KEY("tenant_id","test_case_id","test_run_id")
);
--> statement-breakpoint
CREATE TABLE "test_run" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"commit" text NOT NULL,
	"run_id" text NOT NULL,
	"digest" text NOT NULL,
	"tests" integer NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "test_run_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "test_run_run" UNIQUE("tenant_id","service_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "rehearsal" ADD COLUMN "steps" jsonb;--> statement-breakpoint
CREATE INDEX "readiness_event_newest" ON "readiness_event" USING btree ("tenant_id","name","at","id");--> statement-breakpoint
CREATE INDEX "readiness_event_subject" ON "readiness_event" USING btree ("tenant_id","subject_id");--> statement-breakpoint
CREATE INDEX "deployment_request_waiting" ON "deployment_request" USING btree ("tenant_id","state","requested_at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_newest" ON "webhook_delivery" USING btree ("tenant_id","integration_id","received_at");--> statement-breakpoint
CREATE INDEX "test_result_history" ON "test_result" USING btree ("tenant_id","test_case_id","ran_at");--> statement-breakpoint
CREATE INDEX "test_result_window" ON "test_result" USING btree ("tenant_id","service_id","ran_at","test_case_id");--> statement-breakpoint
CREATE INDEX "test_run_newest" ON "test_run" USING btree ("tenant_id","service_id","ran_at");