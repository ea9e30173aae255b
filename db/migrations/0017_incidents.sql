ALTER INDEX "incident_service" RENAME TO "incident_of_service";--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "state" text DEFAULT 'declared' NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "impact" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "alert_source" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "alert_key" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "detected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "acknowledged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "mitigated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "next_update_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "cause_release_id" uuid;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "last_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TABLE "incident_service" (
	"tenant_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	CONSTRAINT "incident_service_tenant_id_incident_id_service_id_pk" PRIMARY KEY("tenant_id","incident_id","service_id"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "incident",
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"
);
--> statement-breakpoint
-- The owner of the tables sees no tenant's rows either; for these statements it must.
ALTER TABLE "incident" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "incident" i SET "number" = n.number, "detected_at" = i."declared_at",
	"state" = CASE WHEN i."resolved_at" IS NULL THEN 'declared' ELSE 'resolved' END
	FROM (SELECT "tenant_id", "id", row_number() OVER (PARTITION BY "tenant_id" ORDER BY "declared_at", "id") AS number FROM "incident") n
	WHERE n."tenant_id" = i."tenant_id" AND n."id" = i."id";--> statement-breakpoint
INSERT INTO "incident_service" SELECT "tenant_id", "id", "service_id" FROM "incident";--> statement-breakpoint
ALTER TABLE "incident" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "incident" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ALTER COLUMN "detected_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_number" UNIQUE("tenant_id","number");--> statement-breakpoint
ALTER TABLE "incident" ADD FOREIGN KEY ("tenant_id", "merged_into_id") REFERENCES "incident";--> statement-breakpoint
ALTER TABLE "incident" ADD FOREIGN KEY ("tenant_id", "cause_release_id") REFERENCES "release";--> statement-breakpoint
-- An incident that is over says since when, and no other does: what blocks a gate is never both.
ALTER TABLE "incident" ADD CONSTRAINT "incident_over" CHECK (("resolved_at" IS NULL) = ("state" IN ('declared', 'acknowledged', 'mitigating', 'mitigated')));--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_merged" CHECK (("merged_into_id" IS NOT NULL) = ("state" = 'merged'));--> statement-breakpoint
CREATE INDEX "incident_newest" ON "incident" USING btree ("tenant_id","declared_at","id");--> statement-breakpoint
CREATE INDEX "incident_open" ON "incident" USING btree ("tenant_id","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "incident_state" ON "incident" USING btree ("tenant_id","state","resolved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_alert" ON "incident" USING btree ("tenant_id","alert_source","alert_key") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "incident_cause" ON "incident" USING btree ("tenant_id","cause_release_id");--> statement-breakpoint
CREATE INDEX "incident_merged_into" ON "incident" USING btree ("tenant_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "incident_service_of" ON "incident_service" USING btree ("tenant_id","service_id","incident_id");--> statement-breakpoint
CREATE TABLE "incident_entry" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"refers_to_id" uuid,
	"evidence_url" text,
	"data" jsonb NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "incident_entry_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "incident_entry_place" UNIQUE("tenant_id","incident_id","sequence"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "incident",
	FOREIGN KEY ("tenant_id", "refers_to_id") REFERENCES "incident_entry"
);
--> statement-breakpoint
CREATE TABLE "incident_role" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "incident_role_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "incident_role_span" CHECK ("until" IS NULL OR "until" >= "since"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "incident"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "incident_role_held" ON "incident_role" USING btree ("tenant_id","incident_id","role") WHERE until is null;--> statement-breakpoint
CREATE INDEX "incident_role_of" ON "incident_role" USING btree ("tenant_id","incident_id","since");--> statement-breakpoint
CREATE INDEX "incident_role_person" ON "incident_role" USING btree ("tenant_id","person_id","incident_id") WHERE until is null;--> statement-breakpoint
CREATE TABLE "incident_link" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid,
	"url" text,
	"label" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "incident_link_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "incident_link_target" CHECK (("target_id" IS NULL) = ("kind" = 'url') AND ("url" IS NOT NULL) = ("kind" = 'url')),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "incident"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "incident_link_once" ON "incident_link" USING btree ("tenant_id","incident_id","kind","target_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "incident_link_of" ON "incident_link" USING btree ("tenant_id","incident_id","added_at");--> statement-breakpoint
CREATE INDEX "incident_link_seen_from" ON "incident_link" USING btree ("tenant_id","target_id","incident_id") WHERE removed_at is null;--> statement-breakpoint
CREATE TABLE "incident_policy" (
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "incident_policy_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
SELECT isolate_table('incident_service');
SELECT isolate_table('incident_entry');
SELECT isolate_table('incident_role');
SELECT isolate_table('incident_link');
SELECT isolate_table('incident_policy');
GRANT DELETE ON "incident_service" TO readiness_app;
GRANT UPDATE ("until") ON "incident_role" TO readiness_app;
GRANT UPDATE ("removed_at") ON "incident_link" TO readiness_app;
GRANT UPDATE ("severity", "state", "title", "impact", "started_at", "acknowledged_at", "mitigated_at", "published_at", "closed_at",
	"next_update_at", "merged_into_id", "cause_release_id", "last_sequence", "service_id") ON "incident" TO readiness_app;
