import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "./alert";
import { Button, ButtonLink } from "./button";
import { Digest } from "./digest";

type ErrorStateProps = {
  title?: string;
  cause: ReactNode;
  traceId?: string;
  onRetry?: () => void;
  retryHref?: string;
};

/** What failed, why, the id to quote, and a way to try again. */
export function ErrorState({
  title = "This could not be loaded",
  cause,
  traceId,
  onRetry,
  retryHref,
}: ErrorStateProps) {
  const retry = (
    <>
      <RotateCw aria-hidden />
      Try again
    </>
  );
  return (
    <Alert
      tone="no-go"
      title={title}
      live
      actions={
        <>
          {onRetry && <Button onClick={onRetry}>{retry}</Button>}
          {retryHref && <ButtonLink href={retryHref}>{retry}</ButtonLink>}
        </>
      }
    >
      <p>{cause}</p>
      {traceId && (
        <p className="mt-1 text-muted text-sm">
          Trace <Digest value={traceId} length={32} what="trace id" className="h-auto! max-w-full [&_code]:break-all" />
        </p>
      )}
    </Alert>
  );
}
