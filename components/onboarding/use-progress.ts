import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";

const EVERY_MS = 2000;
/** Who has not run a command for so long does something else. */
const MOST_TIMES = 300;

/** Asks the server again and again whether a step is done, while the page is looked at and each answer has come. */
export function useProgress(isWaiting: boolean): void {
  const router = useRouter();
  const times = useRef(0);
  const [isAsking, startTransition] = useTransition();
  const ask = useEffectEvent(() => {
    if (isAsking || document.visibilityState !== "visible" || times.current >= MOST_TIMES) return;
    times.current += 1;
    startTransition(() => router.refresh());
  });
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(ask, EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
}
