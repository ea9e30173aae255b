import type { LiveGate } from "./gate-query";

/** `signed-out`: the session has ended. `unreachable`: no answer, for whatever reason. */
export type Disconnection = "signed-out" | "unreachable";

/** The newest verdict that is known, when it arrived by this browser's clock, and whether asking fails. */
export type Polled = { gate: LiveGate; at: number; disconnection: Disconnection | null };
