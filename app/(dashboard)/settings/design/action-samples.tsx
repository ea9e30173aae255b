import { Plus, Trash2 } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { OverlaySamples } from "./overlay-samples";
import { Part, Row, Sample } from "./parts";

const VARIANTS = ["primary", "secondary", "ghost", "danger"] as const;

export function ActionSamples() {
  return (
    <Part id="actions" description="One primary button on a screen. What cannot be done says why, and stays visible.">
      <Sample name="Button">
        <Row>
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant}>
              {`${variant[0]?.toUpperCase()}${variant.slice(1)}`}
            </Button>
          ))}
          <Button disabled>Disabled</Button>
        </Row>
      </Sample>
      <Sample name="Sizes, with an icon, as a link">
        <Row>
          <Button size="sm">Small</Button>
          <Button>Medium</Button>
          <Button size="lg" variant="primary">
            Large
          </Button>
          <Button>
            <Plus aria-hidden />
            Add a service
          </Button>
          <Button size="icon" variant="ghost" aria-label="Remove">
            <Trash2 aria-hidden />
          </Button>
          <ButtonLink href="#actions">A link</ButtonLink>
        </Row>
      </Sample>
      <Sample name="Dialog, ConfirmDialog, Sheet, Popover, ChoiceMenu, toast">
        <OverlaySamples />
      </Sample>
      <Sample name="LinkTabs">
        <LinkTabs
          label="Sample tabs"
          items={[
            { href: "#actions", label: "Open", current: true, count: 3 },
            { href: "#states", label: "Closed", current: false, count: 12 },
          ]}
        />
      </Sample>
      <Sample name="CodeSnippet, CopyButton">
        <div className="grid max-w-xl gap-3">
          <CodeSnippet code="npx readiness gate --version 2026.11.2" label="command" />
          <CopyButton text="2026.11.2" label="version" className="justify-self-start" />
        </div>
      </Sample>
    </Part>
  );
}
