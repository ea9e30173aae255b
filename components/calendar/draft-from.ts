type Text = (name: string) => string;

/** A day of a year as a rule writes it: "12-20", with its time "12-20T18:00". */
function dayOfYear(text: Text, edge: "from" | "to"): string {
  const two = (name: string) => text(name).padStart(2, "0");
  const time = text(`${edge}Time`);
  return `${two(`${edge}Month`)}-${two(`${edge}Day`)}${time ? `T${time.slice(0, 5)}` : ""}`;
}

function number(text: string): number | undefined {
  return text === "" ? undefined : Number(text);
}

function ruleFrom(text: Text, days: string[]): Record<string, unknown> {
  const repeats = text("repeats");
  const span = { from: text("from").slice(0, 5), to: text("to").slice(0, 5), plusDays: number(text("plusDays")) };
  const place = (name: string) => (text(name) === "last" ? "last" : number(text(name)));
  switch (repeats) {
    case "once":
      return { repeats, start: text("start").slice(0, 16), end: text("end").slice(0, 16) };
    case "monthly-day":
      return { repeats, day: place("day"), ...span };
    case "monthly-weekday":
      return { repeats, nth: place("nth"), weekday: text("weekday"), ...span };
    case "yearly":
      return { repeats, from: dayOfYear(text, "from"), to: dayOfYear(text, "to") };
    default:
      return { repeats, days, ...span };
  }
}

/** The entry that was typed, as `calendar.create` takes it; what was left empty is left out. */
export function draftFrom(typed: FormData): Record<string, unknown> {
  const text: Text = (name) => String(typed.get(name) ?? "").trim();
  const isFreeze = text("kind") === "freeze";
  return {
    kind: text("kind"),
    name: text("name"),
    reason: text("reason"),
    timeZone: text("timeZone"),
    rule: ruleFrom(text, typed.getAll("days").map(String)),
    environmentId: text("environmentId") || undefined,
    serviceId: text("serviceId") || undefined,
    validFrom: text("validFrom").slice(0, 16) || undefined,
    validUntil: text("validUntil").slice(0, 16) || undefined,
    overridableBy: isFreeze ? typed.getAll("roles").map(String) : undefined,
  };
}
