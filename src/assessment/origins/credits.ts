import type { Report } from '../../domain/index.ts';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Agency {
  readonly name: string;
  readonly names: readonly string[];
  readonly printed: RegExp;
  readonly quoted: RegExp;
}

const compiled = new WeakMap<object, readonly Agency[]>();

function agencyOf(name: string, names: readonly string[]): Agency {
  const any = `(?:the )?(?:${names.map(escape).join('|')})`;
  return {
    name,
    names,
    // "(AFP)", "KABUL, Aug 5 (Reuters) -", "— AP" or "Reuters/…" closing a line.
    printed: new RegExp(`[(/]\\s*${any}\\s*[)/]|(?:^|[—–-]\\s*|\\n)${any}\\s*$`, 'mu'),
    // "Reuters reported", "told The Associated Press", "according to AFP".
    quoted: new RegExp(
      `\\b${any}(?: news agency)? (?:reported|reports|said|quoted|cited)\\b|\\b(?:told|according to|reported by|quoted by|cited by|by) ${any}\\b`,
      'iu',
    ),
  };
}

function compile(agencies: Readonly<Record<string, readonly string[]>>): readonly Agency[] {
  let list = compiled.get(agencies);
  if (!list) {
    list = Object.entries(agencies).map(([name, aliases]) => agencyOf(name, [name, ...aliases]));
    compiled.set(agencies, list);
  }
  return list;
}

const SHORTENED = /((?:\p{Lu}[\p{L}'’-]*\s+){2,6})\((\p{Lu}{2,6})\)/gu;

/** Letters for which the text itself gives the words, with these: "Arakan Army (AA)". */
function shortenedIn(body: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, words = '', letters = ''] of body.matchAll(SHORTENED)) {
    const initials = words.replace(/(\p{Lu})[\p{L}'’-]*\s+/gu, '$1');
    if (initials.endsWith(letters)) found.set(letters, words);
  }
  return found;
}

/** The agency without what the text shortens to the same letters; none when no name is left. */
function apartFrom(shortened: ReadonlyMap<string, string>, agency: Agency): readonly Agency[] {
  const names = agency.names.filter((name) => {
    const words = shortened.get(name);
    return words === undefined || words.includes(agency.name);
  });
  if (names.length === agency.names.length) return [agency];
  return names.length === 0 ? [] : [agencyOf(agency.name, names)];
}

/** Agencies credited: those printed as an agency's text first, then those quoted. */
export function creditsIn(
  { body, byline, dateline }: Pick<Report, 'body' | 'byline' | 'dateline'>,
  agencies: Readonly<Record<string, readonly string[]>>,
): string[] {
  const head = `${byline ?? ''}\n${dateline ?? ''}`;
  // Most texts name few agencies: a plain search first keeps this at microseconds.
  const named = compile(agencies).filter(({ names }) =>
    names.some((name) => body.includes(name) || head.includes(name)),
  );
  if (named.length === 0) return [];
  const shortened = shortenedIn(body);
  const list = named.flatMap((agency) => apartFrom(shortened, agency));
  const inHead = ({ names }: Agency) =>
    names.some((name) =>
      new RegExp(`(?:^|[^\\p{L}])${escape(name)}(?:$|[^\\p{L}])`, 'u').test(head),
    );
  const printed = list.filter((agency) => inHead(agency) || agency.printed.test(body));
  const quoted = list.filter((agency) => !printed.includes(agency) && agency.quoted.test(body));
  return [...printed, ...quoted].map(({ name }) => name);
}
