"use client";

import { type ReactNode, useState } from "react";
import { VerdictStatus } from "@/components/gate/verdict-status";
import { TextLink } from "@/components/ui/text-link";
import { askCommand, connectCommand, runCommand } from "@/lib/core/onboarding/commands";
import { ONBOARDING_STEPS, type OnboardingStep } from "@/lib/core/onboarding/progress";
import type { OnboardingView } from "@/lib/registry/overview/onboarding";
import type { Action } from "@/lib/web/action";
import { CommandToCopy } from "./command-to-copy";
import { FirstServiceForm } from "./first-service-form";
import { FirstTokenForm } from "./first-token-form";
import { Step } from "./step";
import { useProgress } from "./use-progress";

export type FirstStepsProps = {
  view: OnboardingView;
  /** Address of this server. */
  server: string;
  /** Null: the reader may; else who may. */
  serviceManagers: string | null;
  tokenManagers: string | null;
  addService: Action<{ slug: string }>;
  createToken: Action<{ token: string }>;
};

const TITLES: Record<OnboardingStep, string> = {
  connect: "Connect a pipeline",
  run: "Send a readiness run",
  ask: "Ask the gate",
};
const PLACEHOLDER = { slug: "my-service", environment: "staging" };

/** The first steps of a tenant, with commands that work as they stand. Each is ticked by what arrives. */
export function FirstSteps(props: FirstStepsProps) {
  const { view, server } = props;
  const [token, setToken] = useState<string | null>(null);
  useProgress(view.next !== null);
  const place = {
    server,
    service: view.service?.slug ?? PLACEHOLDER.slug,
    environment: view.environment ?? PLACEHOLDER.environment,
  };
  const bodies: Record<OnboardingStep, ReactNode> = {
    connect: <Connect {...props} command={connectCommand(place, token)} token={token} onToken={setToken} />,
    run: (
      <CommandToCopy code={runCommand(place)} label="run command">
        In the same terminal. It sends the scorecard of a run in which every suite passed; a pipeline sends its own with{" "}
        <code>readiness run --submit</code>.
      </CommandToCopy>
    ),
    ask: (
      <CommandToCopy code={askCommand(place)} label="gate command">
        It registers release 1.0.0 and asks whether it may ship. The answer is NO-GO, and why: nobody has put a manifest
        or signed it.
      </CommandToCopy>
    ),
  };
  const doneCount = ONBOARDING_STEPS.filter((step) => view.done[step]).length;
  return (
    <>
      <p role="status" className="sr-only">
        {doneCount} of {ONBOARDING_STEPS.length} steps are done
      </p>
      <ol className="divide-y border-y" aria-label="First steps">
        {ONBOARDING_STEPS.map((step, index) => (
          <Step
            key={step}
            number={index + 1}
            title={TITLES[step]}
            standing={view.done[step] ? "done" : view.next === step ? "next" : "later"}
            isOpen={view.next === step || (step === "connect" && token !== null)}
          >
            {bodies[step]}
          </Step>
        ))}
        {view.asked && view.next === null && <Answered {...view.asked} />}
      </ol>
    </>
  );
}

type ConnectProps = FirstStepsProps & { command: string; token: string | null; onToken: (token: string) => void };

function Connect(props: ConnectProps) {
  const { view, serviceManagers, tokenManagers, command, token, onToken } = props;
  if (!view.service) {
    return serviceManagers ? (
      <Ask who={serviceManagers} what="add the service" />
    ) : (
      <FirstServiceForm action={props.addService} />
    );
  }
  return (
    <div className="grid gap-3">
      {tokenManagers && !view.hasToken && <Ask who={tokenManagers} what={`create a token for ${view.service.slug}`} />}
      {!tokenManagers && !token && (
        <FirstTokenForm action={props.createToken} service={view.service} hasToken={view.hasToken} onToken={onToken} />
      )}
      <CommandToCopy code={command} label="connection command">
        {token
          ? "The token is in it, and is shown only now: keep it as READINESS_TOKEN among the pipeline's secrets."
          : "With the token of the pipeline in it. The next two commands are run in the same terminal."}
      </CommandToCopy>
    </div>
  );
}

function Ask({ who, what }: { who: string; what: string }) {
  return (
    <p>
      Ask somebody with the role {who} to {what}.
    </p>
  );
}

function Answered({ releaseId, verdict }: NonNullable<OnboardingView["asked"]>) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-3">
      <VerdictStatus verdict={verdict} />
      <span>
        <TextLink href={`/releases/${releaseId}`}>Open the release</TextLink> to see what is still missing and who can
        do it.
      </span>
    </li>
  );
}
