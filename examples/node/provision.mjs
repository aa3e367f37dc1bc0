// A small client that provisions phones over the XML API of Unified CME.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const content = (xml, element) => xml.match(new RegExp(`<${element}>([^<]*)</${element}>`))?.[1];

export class Provisioner {
  #url;
  #headers;

  constructor(url, user, password) {
    this.#url = url;
    this.#headers = {
      Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
      "Content-Type": "text/xml",
    };
  }

  /** Adds a phone with one line. */
  async addPhone(tag, mac, number) {
    const lines = [`ephone-dn ${tag}`, `number ${number}`, `ephone ${tag}`, `mac-address ${mac}`, "type 7960", `button 1:${tag}`];
    const answer = await this.#ask("ISexecCLI", lines.map((line) => `<CLI>${escaped(line)}</CLI>`).join(""));
    const failed = Number(content(answer, "ISexecCLIResponse"));
    if (failed > 0) {
      throw new Error(`${lines[failed - 1]}: ${content(answer, "ISexecCLIError").trim()}`);
    }
  }

  /** The tags of the phones that are registered. */
  async registered() {
    const answer = await this.#ask("ISgetDevice", "<ISKeyword>all</ISKeyword>");
    const phones = answer.split("<ISDevice>").slice(1);
    return phones.filter((phone) => content(phone, "ISDevStatus") === "registered").map((phone) => Number(content(phone, "ISDevID")));
  }

  async #ask(method, parameters) {
    const body = `<request><${method}>${parameters}</${method}></request>`;
    const answer = await fetch(this.#url, { method: "POST", headers: this.#headers, body });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${answer.statusText}`);
    }
    const text = await answer.text();
    const message = content(text, "ISErrorMsg");
    if (message !== undefined) {
      throw new Error(message);
    }
    return text;
  }
}
