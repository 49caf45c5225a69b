/** Runs pieces of work one after the other, each begun when the one before has ended. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    // A failure belongs to whoever asked for that piece of work, not to the next in line.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
