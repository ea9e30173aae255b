import { VerdictStatus } from "@/components/gate/verdict-status";
import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { SeverityMark } from "@/components/incident/incident-status";
import { Due } from "@/components/time/due";
import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Status, type Tone } from "@/components/ui/status";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { SEVERITIES } from "@/lib/core/incident/model";
import { NOW, Part, Row, Sample } from "./parts";

const TONES: { tone: Tone; label: string; says: string }[] = [
  { tone: "go", label: "Passed", says: "The rehearsal ended in time" },
  { tone: "no-go", label: "Failed", says: "The integration suite failed" },
  { tone: "waiver", label: "Needs a waiver", says: "A finding of medium severity is open" },
  { tone: "unknown", label: "Unknown", says: "The metrics are older than an hour" },
  { tone: "info", label: "Planned", says: "The next rehearsal is planned" },
];
const VERDICTS = Object.keys(VERDICT_WORDS) as StandingVerdict[];

export function StatusSamples() {
  return (
    <Part id="status" description="Icon, word and colour together. Missing or stale is unknown, never green.">
      <Sample name="VerdictStatus">
        <Row>
          {VERDICTS.map((verdict) => (
            <VerdictStatus key={verdict} verdict={verdict} size="lg" />
          ))}
        </Row>
      </Sample>
      <Sample name="Status: sm, md, pill">
        {(["sm", "md"] as const).map((size) => (
          <Row key={size}>
            {TONES.map(({ tone, label }) => (
              <Status key={tone} tone={tone} label={label} size={size} pill={size === "md"} />
            ))}
          </Row>
        ))}
      </Sample>
      <Sample name="SeverityMark, Badge">
        <Row>
          {SEVERITIES.map((severity) => (
            <SeverityMark key={severity} severity={severity} />
          ))}
          <Badge>Sample</Badge>
          <Badge tone="accent">New</Badge>
        </Row>
      </Sample>
      <Sample name="Instant, Due, Duration">
        <Row>
          <Instant at="2026-11-08T09:30:00.000Z" now={NOW} />
          <Instant at="2026-11-08T09:30:00.000Z" now={NOW} style="both" />
          <Due at="2026-12-08T12:00:00.000Z" now={NOW} />
          <Due at="2026-11-18T12:00:00.000Z" now={NOW} />
          <Duration seconds={312} />
        </Row>
      </Sample>
      <Sample name="Alert">
        <div className="grid gap-3">
          {TONES.map(({ tone, says }) => (
            <Alert key={tone} tone={tone} title={says} actions={<Button size="sm">See why</Button>}>
              One sentence says what it means, and the button leads to what can be done.
            </Alert>
          ))}
        </div>
      </Sample>
    </Part>
  );
}
