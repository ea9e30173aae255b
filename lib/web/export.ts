import { type CsvCell, csvLine } from "@/lib/core/csv/write";
import { streamed } from "./csv";

export type ExportFormat = "csv" | "json";
type Column<T> = { name: string; value(item: T): CsvCell };
export type ExportPlan<T> = {
  /** Of the file, without its ending. */
  name: string;
  columns: readonly Column<T>[];
  /** One page at a time, from the first on; the cursor of the next, or null after the last. */
  page(after: string | undefined): Promise<{ items: readonly T[]; next: string | null }>;
};

export const exportFormat = (text: string | null | undefined): ExportFormat => (text === "json" ? "json" : "csv");

/** A file of everything that a list holds under its filters, written while it is being read. */
export function exportResponse<T>(plan: ExportPlan<T>, format: ExportFormat): Response {
  const chunks = format === "csv" ? csvChunks(plan) : jsonChunks(plan);
  return streamed(`${plan.name}.${format}`, format === "csv" ? "text/csv" : "application/json", chunks);
}

async function* csvChunks<T>(plan: ExportPlan<T>): AsyncGenerator<string> {
  yield csvLine(plan.columns.map(({ name }) => name));
  for await (const items of pagesOf(plan)) {
    yield items.map((item) => csvLine(plan.columns.map(({ value }) => value(item)))).join("");
  }
}

async function* jsonChunks<T>(plan: ExportPlan<T>): AsyncGenerator<string> {
  let first = true;
  yield "[";
  for await (const items of pagesOf(plan)) {
    for (const item of items) {
      const row = Object.fromEntries(plan.columns.map(({ name, value }) => [name, value(item)]));
      yield `${first ? "" : ","}\n${JSON.stringify(row)}`;
      first = false;
    }
  }
  yield "\n]\n";
}

async function* pagesOf<T>({ page }: ExportPlan<T>): AsyncGenerator<readonly T[]> {
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    yield items;
    after = next ?? undefined;
  } while (after);
}
