-- Since when a release is past the gate, or ended. What was on its way at an instant is a question to one index.
ALTER TABLE "release" ADD COLUMN "settled_at" timestamp (3) with time zone;--> statement-breakpoint
-- The owner of the tables sees no tenant's rows either; for these statements it must.
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "stage_event" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "decision" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "scorecard" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "release" r SET "settled_at" = coalesce(
	(SELECT min(e."at") FROM "stage_event" e WHERE e."tenant_id" = r."tenant_id" AND e."release_id" = r."id"
		AND e."stage" IN ('production', 'archived', 'aborted', 'rejected', 'rolled_back')),
	r."ended_at", r."released_at", r."created_at")
	WHERE r."stage" IN ('production', 'archived', 'aborted', 'rejected', 'rolled_back');--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_settled" CHECK (("settled_at" IS NULL) = ("stage" IN ('candidate', 'build', 'readiness', 'staging', 'approval')));--> statement-breakpoint
GRANT UPDATE ("settled_at") ON "release" TO readiness_app;--> statement-breakpoint
CREATE INDEX "release_open" ON "release" USING btree ("tenant_id","created_at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "release_settled_span" ON "release" USING btree ("tenant_id","settled_at","created_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "release_deployed" ON "release" USING btree ("tenant_id","service_id","environment_id","released_at","id") WHERE released_at is not null;--> statement-breakpoint
-- Where a release goes, and what was rolled out when, without looking at the rows themselves.
CREATE INDEX "release_place" ON "release" USING btree ("tenant_id","id","service_id","environment_id");--> statement-breakpoint
DROP INDEX "stage_event_rollout";--> statement-breakpoint
CREATE INDEX "stage_event_rollout" ON "stage_event" USING btree ("tenant_id","at","release_id","status") WHERE stage = 'production';--> statement-breakpoint
CREATE INDEX "decision_newest" ON "decision" USING btree ("tenant_id","decided_at","id");--> statement-breakpoint
CREATE TABLE "rollup_due" (
	"tenant_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY,
	"day" date NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	CONSTRAINT "rollup_due_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "readiness_day" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"first_evaluations" integer NOT NULL,
	"first_approvals" integer NOT NULL,
	"runs" integer NOT NULL,
	"runs_passed" integer NOT NULL,
	"releases" integer NOT NULL,
	"deployments" integer NOT NULL,
	"lead_times" integer[] NOT NULL,
	CONSTRAINT "readiness_day_tenant_id_day_service_id_environment_id_pk" PRIMARY KEY("tenant_id","day","service_id","environment_id"),
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service",
	FOREIGN KEY ("tenant_id", "environment_id") REFERENCES "environment"
);
--> statement-breakpoint
CREATE TABLE "suite_day" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"service_id" uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"suite" text NOT NULL,
	"runs" integer NOT NULL,
	"passed" integer NOT NULL,
	"executed" bigint NOT NULL,
	"flaky" bigint NOT NULL,
	"durations" double precision[] NOT NULL,
	CONSTRAINT "suite_day_tenant_id_day_service_id_environment_id_suite_pk" PRIMARY KEY("tenant_id","day","service_id","environment_id","suite"),
	FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service",
	FOREIGN KEY ("tenant_id", "environment_id") REFERENCES "environment"
);
--> statement-breakpoint
-- Every day on which there is something to count waits to be counted.
INSERT INTO "rollup_due" ("tenant_id", "day", "service_id", "environment_id")
	SELECT "tenant_id", ("created_at" AT TIME ZONE 'UTC')::date, "service_id", "environment_id" FROM "release"
	UNION SELECT "tenant_id", ("released_at" AT TIME ZONE 'UTC')::date, "service_id", "environment_id" FROM "release" WHERE "released_at" IS NOT NULL
	UNION SELECT d."tenant_id", (d."decided_at" AT TIME ZONE 'UTC')::date, r."service_id", r."environment_id" FROM "decision" d
		JOIN "release" r ON r."tenant_id" = d."tenant_id" AND r."id" = d."release_id"
	UNION SELECT "tenant_id", ("generated_at" AT TIME ZONE 'UTC')::date, "service_id", "environment_id" FROM "scorecard";--> statement-breakpoint
CREATE INDEX "rollup_due_day" ON "rollup_due" USING btree ("tenant_id","day","service_id","environment_id");--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;
ALTER TABLE "stage_event" FORCE ROW LEVEL SECURITY;
ALTER TABLE "decision" FORCE ROW LEVEL SECURITY;
ALTER TABLE "scorecard" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
SELECT isolate_table('rollup_due');
SELECT isolate_table('readiness_day');
SELECT isolate_table('suite_day');
GRANT DELETE ON "rollup_due", "readiness_day", "suite_day" TO readiness_app;
--> statement-breakpoint
-- What is written marks its own days in the same transaction, whoever writes it. A plain insert: writers never wait for
-- each other, and a day that is marked twice is counted once.
CREATE FUNCTION mark_releases_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
	INSERT INTO rollup_due (tenant_id, day, service_id, environment_id)
		SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date, service_id, environment_id FROM added
		UNION SELECT tenant_id, (released_at AT TIME ZONE 'UTC')::date, service_id, environment_id FROM added WHERE released_at IS NOT NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION mark_changed_release_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
	INSERT INTO rollup_due (tenant_id, day, service_id, environment_id)
		SELECT each.tenant_id, day, each.service_id, each.environment_id
		FROM (VALUES (OLD.tenant_id, OLD.service_id, OLD.environment_id, OLD.created_at, OLD.released_at),
			(NEW.tenant_id, NEW.service_id, NEW.environment_id, NEW.created_at, NEW.released_at)
		) each (tenant_id, service_id, environment_id, created_at, released_at),
		LATERAL (VALUES ((each.created_at AT TIME ZONE 'UTC')::date), ((each.released_at AT TIME ZONE 'UTC')::date)) days (day)
		WHERE day IS NOT NULL
		GROUP BY 1, 2, 3, 4;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION mark_scorecards_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
	INSERT INTO rollup_due (tenant_id, day, service_id, environment_id)
		SELECT DISTINCT tenant_id, (generated_at AT TIME ZONE 'UTC')::date, service_id, environment_id FROM added;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- An earlier decision that comes late takes the place of the one that was the release's first: that day changes too.
CREATE FUNCTION mark_decisions_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
	INSERT INTO rollup_due (tenant_id, day, service_id, environment_id)
		SELECT r.tenant_id, (a.decided_at AT TIME ZONE 'UTC')::date, r.service_id, r.environment_id
		FROM added a JOIN release r ON r.tenant_id = a.tenant_id AND r.id = a.release_id
		UNION SELECT r.tenant_id, (later.decided_at AT TIME ZONE 'UTC')::date, r.service_id, r.environment_id
		FROM added a JOIN release r ON r.tenant_id = a.tenant_id AND r.id = a.release_id,
			LATERAL (SELECT d.decided_at FROM decision d WHERE d.tenant_id = a.tenant_id AND d.release_id = a.release_id
				AND (d.decided_at, d.id) > (a.decided_at, a.id) ORDER BY d.decided_at, d.id LIMIT 1) later;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_due AFTER INSERT ON "release" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_releases_due();
CREATE TRIGGER mark_changed_due AFTER UPDATE ON "release" FOR EACH ROW
	WHEN ((OLD.tenant_id, OLD.service_id, OLD.environment_id, OLD.created_at, OLD.released_at, OLD.lead_time_seconds)
		IS DISTINCT FROM (NEW.tenant_id, NEW.service_id, NEW.environment_id, NEW.created_at, NEW.released_at, NEW.lead_time_seconds))
	EXECUTE FUNCTION mark_changed_release_due();
CREATE TRIGGER mark_due AFTER INSERT ON "scorecard" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_scorecards_due();
CREATE TRIGGER mark_due AFTER INSERT ON "decision" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_decisions_due();
--> statement-breakpoint
-- Beside the sample there can be a large one, made by another command and removed by it.
CREATE OR REPLACE FUNCTION sample_tenant_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
	AS $$ SELECT id FROM public.tenant WHERE sample AND slug <> 'large-sample' LIMIT 1 $$;
CREATE FUNCTION large_sample_tenant_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
	AS $$ SELECT id FROM public.tenant WHERE sample AND slug = 'large-sample' $$;
REVOKE ALL ON FUNCTION large_sample_tenant_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION large_sample_tenant_id() TO readiness_app;
