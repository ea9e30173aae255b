import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { ReportedTest, ReportSink } from "../adapter";
import { JunitCase } from "./junit-case";
import { JunitDialect } from "./junit-dialect";
import { declaredBad, secondsOf, suiteKey } from "./junit-values";
import { testFile } from "./report-file";
import type { XmlElement, XmlHandlers } from "./xml-stream";

type OpenSuite = {
  key: string;
  name: string;
  host: string;
  file: string | undefined;
  declaredBad: number;
  shownBad: number;
};
type OpenTest = { case: JunitCase; about: Omit<ReportedTest, "execution"> };

const SUITES = new Set(["testsuites", "testsuite"]);

/** Tells a sink what one JUnit XML file says. */
export class JunitReport implements XmlHandlers {
  readonly #suites: OpenSuite[] = [];
  readonly #dialect = new JunitDialect();
  #test: OpenTest | null = null;
  #unnamed = 0;
  #sawRoot = false;
  #caseSeconds: number | null = null;
  #rootSeconds: number | null = null;

  constructor(
    readonly io: Io,
    readonly path: string,
    readonly sink: ReportSink,
  ) {}

  open(element: XmlElement, depth: number): void {
    if (depth === 1) this.#openRoot(element);
    if (this.#test) {
      this.#openWithinTest(element, depth, this.#test.case);
    } else if (SUITES.has(element.name)) {
      this.#openSuite(element);
    } else if (element.name === "testcase") {
      this.#openTest(element, depth);
    } else if (element.name === "failure" || element.name === "error") {
      this.sink.violation(`${this.path}: a suite reports an ${element.name} outside of its tests`);
      this.#showBad(1);
    } else if (element.name === "property") {
      this.#dialect.property(element);
    }
  }

  text(text: string): void {
    this.#test?.case.text(text);
  }

  close(name: string, depth: number): void {
    if (this.#test) this.#closeWithinTest(depth, this.#test);
    else if (SUITES.has(name)) this.#closeSuite();
  }

  finish(): void {
    if (!this.#sawRoot) throw badInput(`${this.path}: is empty`);
    const seconds = this.#caseSeconds ?? this.#rootSeconds;
    if (seconds !== null) this.sink.duration(seconds);
  }

  #openRoot(element: XmlElement): void {
    if (!SUITES.has(element.name)) throw badInput(`${this.path}: is not a JUnit report, its root is ${element.name}`);
    this.#sawRoot = true;
    this.#rootSeconds = secondsOf(element);
    this.sink.tested();
  }

  #openSuite(element: XmlElement): void {
    const file = element.attribute("file") ?? element.attribute("filepath") ?? this.#suites.at(-1)?.file;
    const [name, host] = [element.attribute("name") ?? "", element.attribute("hostname") ?? ""];
    this.#suites.push({ key: suiteKey(element), name, host, file, declaredBad: declaredBad(element), shownBad: 0 });
    this.#dialect.suite(element);
  }

  #openTest(element: XmlElement, depth: number): void {
    const seconds = secondsOf(element);
    if (seconds !== null) this.#caseSeconds = (this.#caseSeconds ?? 0) + seconds;
    const suite = this.#suites.at(-1);
    const group = this.#dialect.groupOf(element, suite);
    const file = testFile(this.io, element.attribute("file") ?? suite?.file);
    const about = {
      name: element.attribute("name") ?? "",
      ...(group ? { group } : {}),
      ...(file ? { file } : {}),
      ...(seconds === null ? {} : { durationMs: seconds * 1000 }),
      identity: this.#identity(element),
      listsReruns: this.#dialect.listsReruns,
    };
    this.#test = { case: new JunitCase(element, depth), about };
  }

  /** A test without a name is never the same as another one. */
  #identity(element: XmlElement): string {
    const parts = ["classname", "name", "file", "line"].map((name) => element.attribute(name) ?? "");
    if (!parts[1]) this.#unnamed += 1;
    const place = parts[1] ? [] : [this.path, String(this.#unnamed)];
    return JSON.stringify([...this.#suites.map(({ key }) => key), ...parts, ...place]);
  }

  #closeWithinTest(depth: number, { case: test, about }: OpenTest): void {
    if (depth !== test.depth) {
      test.close(depth);
      return;
    }
    this.#showBad(test.failures);
    this.sink.test({ ...about, execution: test.execution, ...test.said });
    this.#test = null;
  }

  #closeSuite(): void {
    const suite = this.#suites.pop();
    if (!suite || suite.declaredBad <= suite.shownBad) return;
    const missing = suite.declaredBad - suite.shownBad;
    this.sink.violation(`${this.path}: declares ${missing} more failures or errors than it shows`);
  }

  #openWithinTest(element: XmlElement, depth: number, test: JunitCase): void {
    const { name } = element;
    if (name === "testcase" || SUITES.has(name)) throw badInput(`${this.path}: a test case holds a ${name}`);
    test.open(element, depth);
  }

  #showBad(count: number): void {
    for (const suite of this.#suites) suite.shownBad += count;
  }
}
