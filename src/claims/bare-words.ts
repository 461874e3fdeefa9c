import type { ActorMention, ActorReference } from '../domain/index.ts';
import type { Search } from './search.ts';
import { isHome } from './side-meant.ts';

/** Words that tell whose fighters are, or that they are several's. */
const WHOSE =
  /\b(?:foreign|international|multinational|coalition|allies|tribal|ethnic|kurdish|arab|druze|alawite|sunni|shi.?ite|shia|serb|croat|tuareg|tamil|western|european|african|neighbou?ring|occupying|occupation|invading|invasion|enemy|hostile|peacekeep\w+|un|nato|joint|mixed|rival|splinter|breakaway|offshoot|backed|led|aligned|linked|affiliated|supported|trained|sponsored|funded|loyal|pro|anti|ex|former|private|unknown|unidentified|armies|states|communist|maoist|yugoslav|soviet|eastern|northern|southern|various|different|warring|opposing|both|two|three|four|five)\b/i;

/** "the remaining troops", "counter-terrorism police": nothing in the words tells whose they are. */
export function isBare(search: Search, mention: ActorMention): boolean {
  const { view, demonym } = search;
  const { last, sentence } = mention;
  const first = mention.first + sponsorLength(search, mention);
  // At the head of a sentence any word has a capital.
  const opening = view.reading.sentences[sentence]!.first;
  for (let i = first; i < last; i++) {
    const word = view.token(i).text;
    if (!/^\p{Lu}/u.test(word) || isHome(search, i)) continue;
    const opens = i === opening || OPENING.test(view.tokens[i - 1]?.text ?? '');
    if (opens ? demonym(word) !== undefined : !TITLED.test(word)) return false;
  }
  const words = view.reading.report.body
    .slice(view.token(first).start, mention.end)
    .replace(OF_STATE, '');
  return !WHOSE.test(words) && !(BODY.test(words) && isOneOf(search, mention, words));
}

/** Words that tell of the state's own, though they tell no name. */
const OF_STATE = /^(?:pro-(?:government|regime|state|army)|loyal|heroic|glorious|valiant) /i;

const BODY = /\b(?:groups?|movements?|factions?|gangs?)$/i;

/** "a first group of soldiers", "a new rebel group": not the one spoken of. */
const isOneOf = ({ view }: Search, { first, last }: ActorMention, words: string) =>
  /\b(?:first|second|third|another|new|other|smaller|larger|small|large)\b/i.test(words) ||
  view.tokens[last]?.text.toLowerCase() === 'of' ||
  /^(?:an?|another|one)$/i.test(view.tokens[first - 1]?.text ?? '');

/** "Rwanda-backed rebels" are rebels; of "Iran-backed fighters" there are many. */
function sponsorLength({ view }: Search, { first, head }: ActorMention): number {
  if (!/^(?:rebel|separatist|insurgent)$/.test(view.lemma(head))) return 0;
  for (let i = first + 1; i < head; i++)
    if (/^(?:backed|supported)$/.test(view.token(i).text)) return i + 1 - first;
  return 0;
}

/** "BAGHDAD (Agency) - Militants seized …", "14:05: Troops enter …" */
const OPENING = /^(?:[-–—:“"•]|``)$/;

/** Words that reporters write with a capital in the middle of a sentence. */
const TITLED = /^(?:Islamic|Islamists?|Jihadists?|Marines?|Army|Government|Special|Forces)$/;

/** Nouns of those who fight their own state. */
const OWN_STATE = /^(?:rebels?|insurgents?|guerrillas?|separatists?|mutineers?)$/i;

/**
 * "Rebels" of whom no list and no other word tells more are those of the country: "Chadian rebels".
 * With several armed groups in the report it says so.
 */
export function asTold(search: Search, mention: ActorMention): Partial<ActorReference> {
  const { groups, nation } = search;
  const noun = mention.name.split(' ').at(-1) ?? '';
  const unlisted = mention.actor === undefined && mention.side === undefined;
  if (!unlisted || mention.kind !== 'armed-group' || !isBare(search, mention)) return {};
  return {
    ...(OWN_STATE.test(noun) && nation !== undefined
      ? { name: `${nation} ${noun.toLowerCase()}` }
      : {}),
    ...(groups.length > 1 ? { reason: SEVERAL } : {}),
  };
}

const SEVERAL = 'several armed groups of the report fit as well as one another';
