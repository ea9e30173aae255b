const START = 3000;
const END = 6000;

/** The start and the end of a text that comes in pieces, whatever its length. */
export class CappedText {
  #start = "";
  #end = "";
  #length = 0;

  add(piece: string): void {
    this.#length += piece.length;
    const room = START - this.#start.length;
    this.#start += piece.slice(0, room);
    const rest = piece.slice(Math.max(room, 0));
    if (rest) this.#end = (this.#end + rest.slice(-END)).slice(-END);
  }

  get isBlank(): boolean {
    return this.#start.trim() === "" && this.#end.trim() === "";
  }

  toString(): string {
    const isWhole = this.#length === this.#start.length + this.#end.length;
    return `${this.#start}${isWhole ? "" : "\n…\n"}${this.#end}`;
  }
}
