import type { ChainLink, Claim, RecordedClaim } from '../domain/index.ts';

type Named = Claim['actor'];

/**
 * Claims that share what they have in common: a name that a million claims hold is held once, where
 * a parser makes it anew for each.
 */
export class Compactor {
  readonly #words = new Map<string, string>();
  readonly #links = new Map<string, ChainLink>();
  readonly #lists = new Map<string, readonly string[]>();

  compact({ claim, recorded }: RecordedClaim): RecordedClaim {
    return {
      recorded: this.#word(recorded),
      claim: {
        ...claim,
        report: this.#word(claim.report),
        kind: this.#word(claim.kind),
        rule: this.#word(claim.rule),
        actor: this.#reference(claim.actor),
        target: this.#reference(claim.target),
        place: this.#place(claim.place),
        chain: claim.chain.map((link) => this.#link(link)),
      },
    };
  }

  #word<T extends string>(text: T): T {
    const kept = this.#words.get(text);
    if (kept !== undefined) return kept as T;
    this.#words.set(text, text);
    return text;
  }

  #reference(reference: Named): Named {
    return reference && this.#shared(reference);
  }

  #place(place: Claim['place']): Claim['place'] {
    const shared = this.#shared(place);
    if (!('path' in shared)) return shared;
    const kept = this.#lists.get(shared.id);
    if (kept) return { ...shared, path: kept };
    this.#lists.set(shared.id, shared.path);
    return shared;
  }

  /** The same with each text of it shared. */
  #shared<T extends object>(value: T): T {
    const copy = { ...value };
    for (const [key, part] of Object.entries<unknown>(copy as Record<string, unknown>)) {
      if (typeof part === 'string') Object.assign(copy, { [key]: this.#word(part) });
    }
    return copy;
  }

  /** Links hold no positions: those alike are one. */
  #link(link: ChainLink): ChainLink {
    const key = `${link.role}|${link.name}|${link.text ?? ''}|${link.id ?? ''}|${link.anonymous ?? ''}`;
    const kept = this.#links.get(key);
    if (kept) return kept;
    this.#links.set(key, link);
    return link;
  }
}
