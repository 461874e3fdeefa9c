import type { Report } from '../../domain/index.ts';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Agency {
  readonly name: string;
  readonly names: readonly string[];
  readonly printed: RegExp;
  readonly quoted: RegExp;
}

const compiled = new WeakMap<object, readonly Agency[]>();

function compile(agencies: Readonly<Record<string, readonly string[]>>): readonly Agency[] {
  let list = compiled.get(agencies);
  if (!list) {
    list = Object.entries(agencies).map(([name, aliases]) => {
      const any = `(?:the )?(?:${[name, ...aliases].map(escape).join('|')})`;
      return {
        name,
        names: [name, ...aliases],
        // "(AFP)", "KABUL, Aug 5 (Reuters) -", "— AP" or "Reuters/…" closing a line.
        printed: new RegExp(`[(/]\\s*${any}\\s*[)/]|(?:^|[—–-]\\s*|\\n)${any}\\s*$`, 'mu'),
        // "Reuters reported", "told The Associated Press", "according to AFP".
        quoted: new RegExp(
          `\\b${any}(?: news agency)? (?:reported|reports|said|quoted|cited)\\b|\\b(?:told|according to|reported by|quoted by|cited by|by) ${any}\\b`,
          'iu',
        ),
      };
    });
    compiled.set(agencies, list);
  }
  return list;
}

/** Agencies credited: those printed as an agency's text first, then those quoted. */
export function creditsIn(
  { body, byline, dateline }: Pick<Report, 'body' | 'byline' | 'dateline'>,
  agencies: Readonly<Record<string, readonly string[]>>,
): string[] {
  const head = `${byline ?? ''}\n${dateline ?? ''}`;
  // Most texts name few agencies: a plain search first keeps this at microseconds.
  const list = compile(agencies).filter(({ names }) =>
    names.some((name) => body.includes(name) || head.includes(name)),
  );
  const inHead = ({ names }: Agency) =>
    names.some((name) =>
      new RegExp(`(?:^|[^\\p{L}])${escape(name)}(?:$|[^\\p{L}])`, 'u').test(head),
    );
  const printed = list.filter((agency) => inHead(agency) || agency.printed.test(body));
  const quoted = list.filter((agency) => !printed.includes(agency) && agency.quoted.test(body));
  return [...printed, ...quoted].map(({ name }) => name);
}
