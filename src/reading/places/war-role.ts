import type { ParsedToken } from '../../domain/index.ts';
import { isCompassPoint, NEVER } from './words.ts';

const TAKE =
  /^(?:(?:re)?captur|seiz|retak|retook|reconquer|conquer|overr[ua]n|besieg|encircl|storm|blockad|occup(?:y|ied)|liberat|enter|regain|recover|abandon|cede|evacuat|lost$|los(?:e|ing)$|took$|tak(?:e|en|ing)$|reach|clear|attack|shell|surround)/i;
/** What is done to places in the passive, and seldom to people. */
const TAKEN =
  /^(?:(?:re)?captured|seized|retaken|conquered|overrun|besieged|encircled|surrounded|stormed|occupied|liberated|entered|regained|recovered|abandoned|lost|taken|cleared|attacked|shelled|cleansed|held|controlled)$/i;
/** What goes before "of X". */
const OF =
  /^(?:captures?|recaptures?|falls?|control|loss|siege|seizure|liberation|defen[cs]e|battle|encirclement|outskirts|edge|suburbs?|cent(?:re|er)|parts?|half|most|much|rest|all|out|streets|gates|entrance|takeover)$/i;
/** Who is of a town: "residents of X". */
const PEOPLE_OF = /^(?:residents|inhabitants|governor|mayor)$/i;
/** What goes before "from X", "into X", "in X" where troops move and fight. */
const MOVE: Readonly<Record<string, RegExp>> = {
  from: /^(?:withdr|retreat|pull|fle[ed]|driv|drove|push|expel|oust|forced|evict|dislodg)/i,
  to: /^(?:withdr|retreat|fle[ed]|advanc|marched|marching|pulled|fell)/i,
  on: /^(?:attack|assault|offensive|advanc|march(?:ed|ing)|raid|closed|closing)/i,
  for: /^(?:battle|battled|fought|fighting|fight)$/i,
  at: /^(?:base|airport|airfield|garrison|barracks|checkpoint|headquarters|positions?|battalion|brigade)$/i,
  other:
    /^(?:withdr|retreat|pull|fle[ed]|driv|drove|push|advanc|mov(?:ed|ing)|march(?:ed|ing)|enter|fight|fought|fighting|clash|battle|combat|skirmish|position|base|airport|airfield|garrison|barrack|checkpoint|outskirt|siege|attack|assault|offensive|troops|soldiers|fighters|militants|rebels|insurgents|headquarters|gunfire|shelling|roll|swept|sweep|crept|regroup|deploy)/i,
};
const PREPOSITION =
  /^(?:from|into|in|at|on|to|towards?|around|near|outside|inside|through|for|against)$/;
/** Words between a verb and its preposition. */
const REACH = 4;
const KIND =
  /^(?:towns?|cit(?:y|ies)|villages?|districts?|settlements?|port|province|region|area|nearby|neighbou?ring|strategic|besieged|key|the|a|both|also|back|and|of|border|\p{Ll}+ern)$/iu;
const SITE = /^(?:district|camp|base|airport|airfield|city|town|area|crossing|port|village)$/;
const BE = /^(?:is|are|was|were|been|being)$/i;
const HAVE = /^(?:has|have|had)$/i;
const STILL = /^(?:also|now|still|since|later|already|briefly|not|reportedly|both|all)$/i;

/**
 * Whether troops do to the stretch what they do to places: "withdrew from X", "the fall of X", "X had been entered".
 * It speaks for a name that no list has, and for one that sounds like a person's.
 */
export function isTakenInWar(
  tokens: readonly ParsedToken[],
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const { sentence } = tokens[first]!;
  const isName = tokens
    .slice(first, last)
    .some(({ text }) => /^\p{Lu}/u.test(text) && !NEVER.has(text.toLowerCase()));
  if (!isName) return false;
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i].text : '');
  // "retook the ruined X", "pushed into oil-rich X"
  let before = first - 1;
  while (isQuality(tokens, before) || (KIND.test(at(before)) && !isOf(at, before))) before--;
  const peopled = at(first - 1) === 'of' && PEOPLE_OF.test(at(first - 2)) && !SITE.test(at(last));
  return peopled || isAimedAt(at, before) || isFallen(at, last);
}

/** An adjective, or the first half of one: "war-torn". */
const isQuality = (tokens: readonly ParsedToken[], i: number) =>
  /^\p{Ll}/u.test(tokens[i]?.text ?? '')
    ? tokens[i]!.upos === 'ADJ' || tokens[i + 1]?.text === '-' || tokens[i - 1]?.text === '-'
    : tokens[i]?.text === '-' && tokens[i - 1]?.end === tokens[i].start;

type At = (index: number) => string;

function isAimedAt(at: At, before: number): boolean {
  if (TAKE.test(at(before))) return true;
  const preposition = at(before).toLowerCase();
  if (preposition === 'of') return OF.test(at(before - 1)) || isCompassPoint(at(before - 1));
  if (!PREPOSITION.test(preposition)) return false;
  const moves = MOVE[preposition] ?? MOVE['other']!;
  const reach = preposition === 'at' ? 1 : REACH;
  for (let i = before - 1; i >= before - reach; i--) if (moves.test(at(i))) return true;
  return false;
}

/** "the fall of", whose "of" leads to what falls, and "the town of", which is the town. */
const isOf = (at: At, i: number) => at(i) === 'of' && OF.test(at(i - 1));

function isFallen(at: At, last: number): boolean {
  let next = last;
  while (SITE.test(at(next))) next++;
  next = behindAside(at, next);
  while (STILL.test(at(next))) next++;
  if (/^(?:fell|falls)$/i.test(at(next))) return true;
  if (HAVE.test(at(next))) next++;
  while (STILL.test(at(next))) next++;
  if (/^fallen$/i.test(at(next))) return true;
  if (!BE.test(at(next)))
    return /^(?:remain(?:s|ed)?|came)$/i.test(at(next)) && isUnder(at, next + 1);
  next++;
  while (STILL.test(at(next)) || BE.test(at(next))) next++;
  return TAKEN.test(at(next)) || isUnder(at, next);
}

/** Behind ", a port in the west,": what is said of the name before its verb. */
function behindAside(at: At, comma: number): number {
  if (at(comma) !== ',' || !/^(?:an?|the|in|on|near|both|two|\d+)$/.test(at(comma + 1)))
    return comma;
  for (let i = comma + 2; i < comma + LONGEST_ASIDE && at(i) !== ''; i++)
    if (at(i) === ',') return i + 1;
  return comma;
}

const LONGEST_ASIDE = 10;

const isUnder = (at: At, i: number) =>
  (at(i) === 'in' &&
    /^(?:the|their|our|its|government|rebel)$/i.test(at(i + 1)) &&
    /^(?:hands|possession)$/i.test(at(i + 2))) ||
  (at(i) === 'under' &&
    /^(?:the|attack|siege|fire|heavy|intense|renewed|full|complete|our|their)$/i.test(at(i + 1)));
