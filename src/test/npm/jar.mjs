/** The cookies of one browser at one server: names, values and deletion. Their other attributes are for the tests in Java. */
export class Jar {
  #cookies = new Map();

  /** For the request's head, or undefined where there is none. */
  get header() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') || undefined;
  }

  get(name) {
    return this.#cookies.get(name);
  }

  /** @param {string[] | undefined} lines the values of `Set-Cookie` */
  keep(lines) {
    for (const line of lines ?? []) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const over = attributes.some((attribute) => /^max-age=(0|-\d+)$/i.test(attribute));
      over ? this.#cookies.delete(name) : this.#cookies.set(name, pair.slice(name.length + 1));
    }
  }
}
