CREATE TABLE "postmortem" (
	"tenant_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"draft_version" integer,
	"amendment_reason" text,
	"imported_reference" text,
	"imported_digest" text,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "postmortem_tenant_id_incident_id_pk" PRIMARY KEY("tenant_id","incident_id"),
	CONSTRAINT "postmortem_imported" UNIQUE("tenant_id","imported_digest"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "incident"
);
--> statement-breakpoint
CREATE TABLE "postmortem_revision" (
	"tenant_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"field" text NOT NULL,
	"value" jsonb NOT NULL,
	"editor_id" uuid,
	"is_prefilled" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "postmortem_revision_tenant_id_incident_id_revision_field_pk" PRIMARY KEY("tenant_id","incident_id","revision","field"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "postmortem"
);
--> statement-breakpoint
CREATE INDEX "postmortem_revision_of_field" ON "postmortem_revision" USING btree ("tenant_id","incident_id","field","revision");--> statement-breakpoint
CREATE TABLE "postmortem_version" (
	"tenant_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"markdown" text NOT NULL,
	"digest" text NOT NULL,
	"document" jsonb NOT NULL,
	"reason" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "postmortem_version_tenant_id_incident_id_version_pk" PRIMARY KEY("tenant_id","incident_id","version"),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "postmortem"
);
--> statement-breakpoint
CREATE INDEX "postmortem_version_digest" ON "postmortem_version" USING btree ("tenant_id","digest");--> statement-breakpoint
CREATE TABLE "postmortem_archive" (
	"tenant_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"markdown" text NOT NULL,
	"markdown_digest" text NOT NULL,
	"document" text NOT NULL,
	"document_digest" text NOT NULL,
	"completed_at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "postmortem_archive_tenant_id_incident_id_version_pk" PRIMARY KEY("tenant_id","incident_id","version"),
	FOREIGN KEY ("tenant_id", "incident_id", "version") REFERENCES "postmortem_version"
);
--> statement-breakpoint
CREATE TABLE "postmortem_review" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"reviewer_name" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"note" text,
	"revision" integer,
	"answered_at" timestamp (3) with time zone,
	"by_kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_email" text,
	CONSTRAINT "postmortem_review_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "postmortem_review_answered" CHECK (("answer" IS NULL) = ("answered_at" IS NULL) AND ("answer" IS NULL) = ("revision" IS NULL)),
	FOREIGN KEY ("tenant_id", "incident_id") REFERENCES "postmortem"
);
--> statement-breakpoint
CREATE INDEX "postmortem_review_of" ON "postmortem_review" USING btree ("tenant_id","incident_id","asked_at");--> statement-breakpoint
CREATE INDEX "postmortem_review_by" ON "postmortem_review" USING btree ("tenant_id","reviewer_id","answered_at");--> statement-breakpoint
SELECT isolate_table('postmortem');
SELECT isolate_table('postmortem_revision');
SELECT isolate_table('postmortem_version');
SELECT isolate_table('postmortem_archive');
SELECT isolate_table('postmortem_review');
GRANT UPDATE ("revision", "draft_version", "amendment_reason") ON "postmortem" TO readiness_app;
GRANT UPDATE ("answer", "note", "revision", "answered_at") ON "postmortem_review" TO readiness_app;
SELECT 1;
