import type { XmlElement } from "./xml-stream";

/** What tools mean by the same elements, as far as it changes what is read. */
export class JunitDialect {
  #isPlaywright = false;

  /**
   * Whether the report lists the rerun of a test as one more test case. Only pytest and gotestsum do, and with both no
   * two tests of a report are called the same. Elsewhere two test cases of one name are two tests: taking the second
   * for a rerun could hide the first one's failure.
   */
  listsReruns = false;

  suite(element: XmlElement): void {
    if (element.name === "testsuites" && element.attribute("id") !== undefined) this.#isPlaywright = true;
    this.listsReruns = element.attribute("name") === "pytest";
  }

  property(element: XmlElement): void {
    if (element.attribute("name") === "go.version") this.listsReruns = true;
  }

  /** The class, or where that only repeats the test's name, as mocha's and Jest's does, the suite. */
  groupOf(element: XmlElement, suite: { name: string; host: string } | undefined): string | undefined {
    const [name = "", classname] = [element.attribute("name"), element.attribute("classname")];
    const group = classname && !name.endsWith(classname) ? classname : suite?.name;
    // Playwright names the project (the browser) as the host; to others a host is any machine.
    return this.#isPlaywright && suite?.host ? `${suite.host} › ${group}` : group;
  }
}
