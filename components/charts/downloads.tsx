"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ChartModel } from "./chart-model";

type DownloadsProps = { model: ChartModel; fileName: string };

/** The numbers and the picture as files, made in the browser from what is on the page. */
export function Downloads({ model, fileName }: DownloadsProps) {
  return (
    <div data-no-print="" className="flex gap-1">
      <CsvDownload model={model} fileName={fileName} />
      <DownloadButton what={model.title} format="PNG" download={() => downloadPng(model, fileName)} />
    </div>
  );
}

type Numbers = Pick<ChartModel, "title" | "stretches" | "series" | "unit">;

export function CsvDownload({ model, fileName }: { model: Numbers; fileName: string }) {
  return <DownloadButton what={model.title} format="CSV" download={() => downloadCsv(model, fileName)} />;
}

type DownloadButtonProps = { what: string; format: "CSV" | "PNG"; download(): Promise<void> };

function DownloadButton({ what, format, download }: DownloadButtonProps) {
  const failed = () => toast.error(`The ${format} could not be made. Reload the page and try again.`);
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={`Download ${what} as ${format}`}
      onClick={() => download().catch(failed)}
      className="text-muted! hover:text-foreground!"
    >
      <Download aria-hidden />
      {format}
    </Button>
  );
}

async function downloadCsv(model: Numbers, fileName: string): Promise<void> {
  const { chartCsv } = await import("./chart-csv");
  const { saveFile } = await import("./save-file");
  saveFile(new Blob([chartCsv(model)], { type: "text/csv" }), `${fileName}.csv`);
}

async function downloadPng(model: ChartModel, fileName: string): Promise<void> {
  const { chartPng } = await import("./chart-png");
  const { saveFile } = await import("./save-file");
  saveFile(await chartPng(model), `${fileName}.png`);
}
