/** As much of a browser as signing in at a provider takes: cookies, redirects and one form. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  /** Follows the provider from `address` until it leads back to `callback`; gives that address with what it carries. */
  async signIn(address: string, login: string, callback: string): Promise<string> {
    let next = address;
    for (let hop = 0; hop < 12; hop += 1) {
      if (next.startsWith(callback)) return next;
      const answer = await this.request(next);
      next = (await this.redirect(answer, next)) ?? (await this.submit(answer, next, login));
    }
    throw new Error("the provider leads in circles");
  }

  private async submit(page: Response, address: string, login: string): Promise<string> {
    const action = /<form[^>]* action="([^"]+)"/.exec(await page.text())?.[1];
    if (!action) throw new Error(`no form at ${address}`);
    const body = new URLSearchParams({ prompt: "login", login, password: "any" });
    const answer = await this.request(new URL(action, address).href, { method: "POST", body });
    const next = await this.redirect(answer, address);
    if (!next) throw new Error(`the provider answered ${answer.status}`);
    return next;
  }

  private async redirect(answer: Response, from: string): Promise<string | null> {
    const location = answer.headers.get("location");
    if (!location) return null;
    await answer.body?.cancel();
    return new URL(location, from).href;
  }

  private async request(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, { ...init, redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }
}
