import type { Io } from "../../io";
import type { Adapter, ReportSink } from "../adapter";
import { JunitReport } from "./junit-report";
import { readXml, XML_LIMITS } from "./xml-stream";

const BEFORE_ROOT = /^\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*/;
/** With a DOCTYPE too, so that it is refused for that. */
const ROOT = /^<(?:!DOCTYPE\s+)?testsuites?[\s/>]/;

/** JUnit XML of any tool. */
export const junit: Adapter = {
  name: "junit",
  title: "JUnit XML",
  kind: "tests",
  detects: (head) => ROOT.test(head.replace(BEFORE_ROOT, "")),
  read: (io, path, sink) => readJunit(io, path, sink),
};

/**
 * Tells what a JUnit XML report says. A test is the same in two attempts when its suites, class, name, file and line
 * are.
 */
export async function readJunit(io: Io, path: string, sink: ReportSink, limits = XML_LIMITS): Promise<void> {
  const report = new JunitReport(io, path, sink);
  await readXml(io, path, report, limits);
  report.finish();
}
