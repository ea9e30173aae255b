CREATE TABLE "notification" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"content" jsonb NOT NULL,
	"service_id" uuid,
	"environment_id" uuid,
	"release_id" uuid,
	"state" text NOT NULL,
	"digest_id" uuid,
	"attempts" integer NOT NULL,
	"last_error" text,
	"claimed_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "notification_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notification_once" UNIQUE("tenant_id","recipient_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "notification_channel" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url_sealed" text NOT NULL,
	"host" text NOT NULL,
	"secret_sealed" text,
	"subscriptions" jsonb NOT NULL,
	"service_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "notification_channel_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notification_channel_name" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "notification_preference" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choices" jsonb NOT NULL,
	"digest_hour" integer NOT NULL,
	"time_zone" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notification_preference_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "approval_reminder" (
	"tenant_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_reminder_tenant_id_release_id_pk" PRIMARY KEY("tenant_id","release_id")
);
--> statement-breakpoint
CREATE INDEX "notification_newest" ON "notification" USING btree ("tenant_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "notification_recipient" ON "notification" USING btree ("tenant_id","recipient_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "notification_held" ON "notification" USING btree ("tenant_id","recipient_id","created_at") WHERE state = 'held' and digest_id is null;
--> statement-breakpoint
CREATE INDEX "notification_digest" ON "notification" USING btree ("tenant_id","digest_id") WHERE digest_id is not null;
--> statement-breakpoint
CREATE INDEX "notification_undelivered" ON "notification" USING btree ("tenant_id","created_at","id") WHERE state in ('failed', 'gave_up');
--> statement-breakpoint
ALTER TABLE approval_reminder ADD FOREIGN KEY (tenant_id, release_id) REFERENCES release;
--> statement-breakpoint
ALTER TABLE notification_channel ADD FOREIGN KEY (tenant_id, service_id) REFERENCES service;
--> statement-breakpoint
SELECT isolate_table('approval_reminder');
--> statement-breakpoint
SELECT isolate_table('notification');
--> statement-breakpoint
SELECT isolate_table('notification_channel');
--> statement-breakpoint
SELECT isolate_table('notification_preference');
--> statement-breakpoint
GRANT UPDATE (since, number, at) ON approval_reminder TO readiness_app;
--> statement-breakpoint
-- What was told to whom stays as it was written; only its delivery goes on.
GRANT UPDATE (state, digest_id, attempts, last_error, claimed_until, sent_at) ON notification TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (name, url_sealed, host, secret_sealed, subscriptions, service_id, disabled_at), DELETE ON notification_channel TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (choices, digest_hour, time_zone, changed_at) ON notification_preference TO readiness_app;
