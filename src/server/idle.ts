/** Work that nobody waits for, a step at a time between answers; newer work takes the place of older. */
export class Idle {
  #current: Iterator<void> | undefined;

  begin(steps: Iterator<void>): void {
    this.#current = steps;
    const go = () => {
      if (this.#current === steps && !steps.next().done) setImmediate(go).unref();
    };
    setImmediate(go).unref();
  }
}
