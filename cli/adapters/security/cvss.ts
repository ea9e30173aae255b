const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
const PRIVILEGES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/**
 * The base score, 0…10, of a CVSS 3.0 or 3.1 vector, by section 7.1 of the specification; null for any other text.
 * Temporal and environmental metrics do not change it.
 */
export function cvss3BaseScore(vector: string): number | null {
  const metrics = metricsOf(vector);
  if (!metrics) return null;
  const isChanged = metrics.get("S") === "C";
  const weigh = (name: string): number => WEIGHTS[name]?.[metrics.get(name) ?? ""] ?? Number.NaN;
  const privileges = PRIVILEGES[metrics.get("S") ?? ""]?.[metrics.get("PR") ?? ""] ?? Number.NaN;
  const exploitability = 8.22 * weigh("AV") * weigh("AC") * privileges * weigh("UI");
  const lost = 1 - (1 - weigh("C")) * (1 - weigh("I")) * (1 - weigh("A"));
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (Number.isNaN(impact) || Number.isNaN(exploitability)) return null;
  if (impact <= 0) return 0;
  return roundUp(Math.min((isChanged ? 1.08 : 1) * (impact + exploitability), 10));
}

/** Null where a metric is given twice. */
function metricsOf(vector: string): Map<string, string> | null {
  const [version, ...parts] = vector.trim().split("/");
  if (version !== "CVSS:3.0" && version !== "CVSS:3.1") return null;
  const metrics = new Map<string, string>();
  for (const part of parts) {
    const [name = "", value = ""] = part.split(":");
    if (metrics.has(name)) return null;
    metrics.set(name, value);
  }
  return metrics;
}

/** To one decimal, upwards, in integers as appendix A of CVSS 3.1 says. */
function roundUp(score: number): number {
  const hundredThousandths = Math.round(score * 100_000);
  if (hundredThousandths % 10_000 === 0) return hundredThousandths / 100_000;
  return (Math.floor(hundredThousandths / 10_000) + 1) / 10;
}
