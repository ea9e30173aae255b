import type { Suite } from "@/lib/core/scorecard/model";
import { rateWithInterval } from "@/lib/core/scorecard/rates";
import { Rate } from "./rate";

/** A rate of a suite: with its interval where the tests were counted, else as the pipeline states it. */
export function SuiteRate({ suite, which }: { suite: Suite; which: "success" | "flake" }) {
  const counted = suite.tests && rateWithInterval(suite.tests);
  const rate = which === "success" ? suite.successRate : suite.flakeRate;
  return <Rate rate={rate} interval={counted?.[which].interval ?? null} sample={counted?.executed ?? null} />;
}
