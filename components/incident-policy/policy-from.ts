import type { Role } from "@/lib/core/access";
import { SEVERITIES, type Severity } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";

const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

/** The policy that the form's fields say. What is no number becomes NaN, which the command refuses by name. */
export function policyFrom(typed: FormData): IncidentPolicy {
  const text = (name: string) => String(typed.get(name) ?? "");
  const number = (name: string) => Number(text(name).trim() === "" ? Number.NaN : text(name));
  const bySeverity = <T>(value: (severity: Severity) => T) => ({
    sev1: value("sev1"),
    sev2: value("sev2"),
    sev3: value("sev3"),
  });
  return {
    postmortem: {
      requiredFor: SEVERITIES.filter((severity) => typed.getAll("requiredFor").includes(severity)),
      publishWithinHours: number("publishWithinHours"),
      completeWithinHours: number("completeWithinHours"),
      remindBeforeHours: numbersIn(text("remindBeforeHours")),
    },
    actionItems: {
      dueWithinDays: bySeverity((severity) => number(`dueWithinDays.${severity}`)),
      remindBeforeDays: numbersIn(text("remindBeforeDays")),
      remindOverdueEveryDays: number("remindOverdueEveryDays"),
    },
    updateEveryMinutes: bySeverity((severity) => number(`updateEveryMinutes.${severity}`)),
    notify: bySeverity((severity) => typed.getAll(`notify.${severity}`) as Role[]),
    attributionWindowHours: number("attributionWindowHours"),
  };
}
