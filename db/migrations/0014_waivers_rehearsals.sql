CREATE TABLE "waiver_request" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"release_id" uuid,
	"check_id" text NOT NULL,
	"finding" text,
	"justification" text NOT NULL,
	"mitigation" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"supersedes_id" uuid,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" uuid,
	"decided_by_name" text,
	"decided_reason" text,
	"waiver_id" uuid,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "waiver_request_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "waiver_request_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL)),
	CONSTRAINT "waiver_request_granted" CHECK (("state" = 'granted') = ("waiver_id" IS NOT NULL)),
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service",
	FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release",
	FOREIGN KEY ("tenant_id", "supersedes_id") REFERENCES "waiver",
	FOREIGN KEY ("tenant_id", "waiver_id") REFERENCES "waiver"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "waiver_request_open" ON "waiver_request" USING btree ("tenant_id","service_id",coalesce("release_id", "service_id"),"check_id",lower(coalesce("finding", ''))) WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "waiver_request_newest" ON "waiver_request" USING btree ("tenant_id","requested_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "waiver_request_waiver" ON "waiver_request" USING btree ("tenant_id","waiver_id") WHERE waiver_id is not null;
--> statement-breakpoint
CREATE TABLE "rehearsal_programme" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"cadence" jsonb NOT NULL,
	"lead_id" uuid,
	"lead_name" text,
	"since" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "rehearsal_programme_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service",
	FOREIGN KEY ("tenant_id", "environment_id") REFERENCES "environment"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "rehearsal_programme_standing" ON "rehearsal_programme" USING btree ("tenant_id","service_id","environment_id") WHERE ended_at is null;
--> statement-breakpoint
CREATE TABLE "rehearsal_session" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"lead_id" uuid,
	"lead_name" text,
	"note" text,
	"state" text NOT NULL,
	"rehearsal_id" uuid,
	"cancelled_reason" text,
	"revision" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "rehearsal_session_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rehearsal_session_done" CHECK (("state" = 'done') = ("rehearsal_id" IS NOT NULL)),
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service",
	FOREIGN KEY ("tenant_id", "environment_id") REFERENCES "environment",
	FOREIGN KEY ("tenant_id", "rehearsal_id") REFERENCES "rehearsal"
);
--> statement-breakpoint
CREATE INDEX "rehearsal_session_place" ON "rehearsal_session" USING btree ("tenant_id","service_id","environment_id","planned_at");
--> statement-breakpoint
CREATE INDEX "rehearsal_session_planned" ON "rehearsal_session" USING btree ("tenant_id","planned_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "rehearsal_session_rehearsal" ON "rehearsal_session" USING btree ("tenant_id","rehearsal_id") WHERE rehearsal_id is not null;
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_feed_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_standing" ON "calendar_feed" USING btree ("tenant_id","person_id") WHERE revoked_at is null;
--> statement-breakpoint
SELECT isolate_table('waiver_request');
--> statement-breakpoint
SELECT isolate_table('rehearsal_programme');
--> statement-breakpoint
SELECT isolate_table('rehearsal_session');
--> statement-breakpoint
SELECT isolate_table('calendar_feed');
--> statement-breakpoint
-- A calendar names its feed, not its tenant: the row of that id can be read, and no other.
CREATE POLICY presented_feed ON calendar_feed FOR SELECT USING (id = app_setting('feed'));
--> statement-breakpoint
GRANT UPDATE (state, decided_at, decided_by_id, decided_by_name, decided_reason, waiver_id) ON waiver_request TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON rehearsal_programme TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (planned_at, zone, lead_id, lead_name, note, state, rehearsal_id, cancelled_reason, revision, changed_at) ON rehearsal_session TO readiness_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at, last_used_at) ON calendar_feed TO readiness_app;
