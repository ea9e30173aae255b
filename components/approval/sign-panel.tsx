"use client";

import { useRef, useState } from "react";
import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { ManifestChanged } from "./manifest-changed";
import { OwnSignature } from "./own-signature";
import { SignForm } from "./sign-form";
import type { SignAction, SignedManifest, Signing, StandingSignature, WithdrawAction } from "./signing";

type SignPanelProps = {
  releaseId: string;
  manifest: SignedManifest | null;
  signing: Signing;
  signerName: string;
  mySignature: StandingSignature | null;
  now: string;
  signAction: SignAction;
  withdrawAction: WithdrawAction;
};

/** Approve or reject, of exactly the manifest that the reader has seen. */
export function SignPanel({ releaseId, manifest, signing, signerName, mySignature, now, ...actions }: SignPanelProps) {
  // What is signed stays what was on the screen when the page was opened, until a change has been read.
  const [opened, setOpened] = useState(manifest);
  const shown = opened ?? manifest;
  const panel = useRef<HTMLDivElement>(null);
  const hasChanged = manifest !== null && shown !== null && shown.digest !== manifest.digest;
  return (
    <Section title="Sign" id="sign">
      <div ref={panel} tabIndex={-1} className="grid gap-3 outline-none">
        {shown && (
          <p className="text-sm">
            <span className="text-muted">What is signed: revision {shown.revision}, </span>
            <Digest value={shown.digest} length={16} what="manifest digest" />
          </p>
        )}
        {hasChanged && <ManifestChanged opened={shown} current={manifest} onRead={() => setOpened(manifest)} />}
        {mySignature && !hasChanged ? (
          <OwnSignature signature={mySignature} now={now} withdrawAction={actions.withdrawAction} />
        ) : (
          <SignForm
            releaseId={releaseId}
            manifestDigest={shown?.digest ?? null}
            signing={signing}
            isPaused={hasChanged}
            signerName={signerName}
            action={actions.signAction}
            onSigned={() => panel.current?.focus()}
          />
        )}
      </div>
    </Section>
  );
}
