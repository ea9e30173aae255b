CREATE TABLE "evidence_pack" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"document" text NOT NULL,
	"bytes" integer NOT NULL,
	"ledger_size" bigint NOT NULL,
	"ledger_root" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "evidence_pack_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	-- What is kept is what the digest is of, whoever writes it.
	CONSTRAINT "evidence_pack_digest" CHECK ("digest" = 'sha256:' || encode(sha256(convert_to("document", 'UTF8')), 'hex')),
	CONSTRAINT "evidence_pack_bytes" CHECK ("bytes" = octet_length("document")),
	FOREIGN KEY ("tenant_id", "release_id") REFERENCES "release"
);
--> statement-breakpoint
CREATE INDEX "evidence_pack_release" ON "evidence_pack" USING btree ("tenant_id","release_id","issued_at","id");--> statement-breakpoint
CREATE TABLE "report_schedule" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"weekday" integer NOT NULL,
	"hour" integer NOT NULL,
	"time_zone" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"sent_for" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "report_schedule_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
	CONSTRAINT "report_schedule_hour" CHECK ("hour" BETWEEN 0 AND 23)
);
--> statement-breakpoint
-- What a week's report asks of decisions and rehearsal sessions.
CREATE INDEX "decision_week" ON "decision" USING btree ("tenant_id","decided_at","id") WHERE verdict <> 'approve';--> statement-breakpoint
CREATE INDEX "release_rolled_out" ON "release" USING btree ("tenant_id","released_at","id") WHERE released_at is not null;--> statement-breakpoint
SELECT isolate_table('evidence_pack');
SELECT isolate_table('report_schedule');
GRANT UPDATE ("enabled", "weekday", "hour", "time_zone", "changed_at", "sent_for", "by_kind", "by_id", "by_name", "by_email") ON "report_schedule" TO readiness_app;
