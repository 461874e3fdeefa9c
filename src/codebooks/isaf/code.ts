import type { TextView } from '../../claims/text-view.ts';
import {
  dayNumber,
  isResolved,
  type Day,
  type Mention,
  type PlaceMention,
  type PlaceReference,
  type TimeMention,
} from '../../domain/index.ts';
import { tally } from './counts.ts';
import { peopleWithFate } from './people.ts';

/** The thirteen fields of the ISAF press release set (A. Strick van Linschoten and F. Kuehn). */
export interface IsafRecord {
  readonly start_date: Day | null;
  readonly event_type: readonly string[];
  readonly province: readonly string[];
  readonly target_group: readonly string[];
  readonly min_killed: number;
  readonly min_captured: number;
  readonly killq: boolean;
  readonly captureq: boolean;
  readonly killcaptureraid: boolean;
  readonly airstrike: boolean;
  readonly noshotsfired: boolean;
  readonly min_leaders_killed: number;
  readonly min_leaders_captured: number;
}

/** The set's own spellings, where they are not the gazetteer's. */
const PROVINCES: Readonly<Record<string, string>> = {
  paktia: 'paktya',
  paktiya: 'paktya',
  nimruz: 'nimroz',
  jawzjan: 'jowzjan',
  'sar-e pol': 'sar-e pul',
  'sari pul': 'sar-e pul',
  sarepol: 'sar-e pul',
  urozgan: 'uruzgan',
  oruzgan: 'uruzgan',
  hirat: 'herat',
  konar: 'kunar',
  wardag: 'wardak',
  'maidan wardak': 'wardak',
  vardak: 'wardak',
  'maydan wardak': 'wardak',
};
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['taliban', /\btaliban\b/i],
  ['haqqani', /\bhaqqani\b/i],
  ['hig', /\b(?:HIG|hezb-?e-?\s?islami|hizb-?i-?\s?islami|gulbuddin)\b/i],
  ['imu', /\b(?:IMU|islamic movement of uzbekistan)\b/i],
  ['aq', /\bal[- ]?qa[\u2019']?(?:id|ed)a\b/i],
];
const AIRSTRIKE =
  /\bair\s?-?strikes?\b|\bprecision (?:strike|munition|guided)|\bclose air support\b/i;
const NO_SHOTS =
  /\b(?:no shots (?:were )?fired|without (?:a shot|firing|any shots)|(?:did not|didn[\u2019']t|never) fire|no (?:rounds|weapons) were fired|not fire (?:their|its) weapons)/i;
/** A person of rank, and not an area or a depot, was what the force came for. */
const SOUGHT =
  /\b(?:in (?:search|pursuit) of|search(?:ing|ed)? (?:of|for)|target(?:ed|ing)?|pursu(?:ing|ed|it)|track(?:ed|ing)?|looking for|linked to|to (?:detain|arrest|capture|apprehend))\b[^.]{0,90}\b(?:leader|commander|facilitator|supplier|emplacer|expert|financier|operative|emir|trainer|specialist|coordinator|subordinate|planner|member|individual)/i;

/** A force that goes to a house at night comes for somebody. */
const SEARCHED = /\b(?:search|target|clear|went to)\w*\b[^.]{0,30}\bcompounds?\b/i;

/** Codes one release. `view` is of a report whose day of publication is that of the release. */
export function codeRelease(view: TextView, released: Day | undefined): IsafRecord {
  const text = view.reading.report.body;
  const captured = tally(view, 'captured');
  const killed = tally(view, 'killed');
  const airstrike = AIRSTRIKE.test(text);
  const airstrikeOnly = airstrike && captured.people === 0;
  return {
    start_date: startDay(view) ?? released ?? null,
    event_type: [eventType(captured.people > 0, killed.people > 0, airstrike)],
    province: provinceOf(view),
    target_group: [groupsOf(text)],
    min_killed: killed.people,
    min_captured: captured.people,
    killq: killed.people > 0,
    captureq: captured.people > 0,
    killcaptureraid:
      ((SOUGHT.test(text) || SEARCHED.test(text)) && !airstrikeOnly) ||
      captured.ranked > 0 ||
      (killed.ranked > 0 && !airstrike),
    airstrike,
    noshotsfired: NO_SHOTS.test(text),
    min_leaders_killed: killed.leaders,
    min_leaders_captured: captured.leaders,
  };
}

function eventType(captured: boolean, killed: boolean, airstrike: boolean): string {
  if (killed && captured) return 'captureandkill';
  if (airstrike) return 'airstrike';
  return killed ? 'insurgentskilled' : 'detention';
}

/** Mentions in the sentences that tell of people taken or killed, then all others. */
function byImportance<M extends Mention>(view: TextView, mentions: readonly M[]): readonly M[] {
  const telling = new Set(
    view.reading.sentences
      .filter(({ first, last }) =>
        (['captured', 'killed'] as const).some(
          (fate) => peopleWithFate(view, fate, [first, last]).length > 0,
        ),
      )
      .map(({ index }) => index),
  );
  const isTelling = ({ sentence }: M) => telling.has(sentence);
  return [...mentions.filter(isTelling), ...mentions.filter((mention) => !isTelling(mention))];
}

/** Position where the release's own text begins, behind its title, number and place of filing. */
const bodyStart = (text: string) =>
  Math.max(0, ...[...text.matchAll(HEADING)].map((match) => match.index + match[0].length));

/** The day the text gives for what was done; dates in the head of the release are not it. */
function startDay(view: TextView): Day | undefined {
  const from = bodyStart(firstRelease(view));
  const times = view.reading.mentions.filter(
    (mention): mention is TimeMention =>
      mention.type === 'time' &&
      mention.start >= from &&
      !/\d{4}/.test(mention.text) &&
      // "Over the past 24 hours" sums up to the release, whose day the coders then took.
      !/\bhours\b/i.test(mention.text),
  );
  const days = byImportance(view, times).flatMap(({ time, sentence, text }) =>
    time.basis !== 'unknown' && dayNumber(time.end) - dayNumber(time.start) <= NIGHT
      ? [{ day: time.start, sentence, text }]
      : [],
  );
  // The day of the operation is given from the release's own day; others belong to its background.
  const first = days.find(({ text }) => NEAR.test(text)) ?? days[0];
  if (first === undefined) return undefined;
  // "Today, the force confirmed that a leader was arrested Sunday": confirming is not doing.
  const others = days.filter((day) => day.sentence === first.sentence && day !== first);
  return (/today/i.test(first.text) ? others[0] : undefined)?.day ?? first.day;
}

/** "Overnight" is two days at the most. */
const NIGHT = 1;
const NEAR = /today|yesterday|last night|overnight|this morning/i;
const HEADING =
  /For Immediate Release|Download PDF|\(\s*[A-Z][a-z]+\.? ?\d{1,2}(?:[.,]? ?\d{4})?\s*\)/g;

/** Later releases on the same operation are appended to some texts. */
function firstRelease(view: TextView): string {
  const text = view.reading.report.body;
  const next = text.slice(400).search(/ISAF Joint Command|\b20\d\d-\d\d-[A-Z]{1,2}[-–]/);
  return next < 0 ? text.slice(0, 400) : text.slice(0, Math.min(400, 400 + next));
}

function provinceOf(view: TextView): readonly string[] {
  const from = bodyStart(firstRelease(view));
  const places = view.reading.mentions.filter(
    (mention): mention is PlaceMention =>
      // The release is filed from Kabul, whatever it tells of.
      mention.type === 'place' && mention.text !== mention.text.toUpperCase(),
  );
  const ordered = byImportance(
    view,
    places.filter(({ start }) => start >= from),
  );
  const provinces = [...ordered, ...places].flatMap(({ place }) => provinceNamed(place));
  const [first] = provinces.filter(({ named }) => named);
  return [(first ?? provinces[0])?.name ?? ''];
}

/** The province a place lies in; `named` when the text gives the province itself. */
function provinceNamed(place: PlaceReference): { name: string; named: boolean }[] {
  if (!isResolved(place) || place.path[0] !== 'Afghanistan' || place.path[1] === undefined)
    return [];
  const name = place.path[1].toLowerCase().replace(/ province$/, '');
  const named = place.precision === 'province' || place.name === place.path[1];
  return [{ name: PROVINCES[name] ?? name, named }];
}

const groupsOf = (text: string) =>
  GROUPS.map(([name, words]) => ({ name, at: text.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)[0] ?? '';
