import type { ControlItem } from '../replay/data.ts';
import type { Random } from '../random.ts';
import {
  AROUND,
  AROUND_VERBS,
  CLAUSES,
  DEEDS,
  NAMINGS,
  WARS,
  type Deed,
  type Told,
} from './parts.ts';

/** A sentence put together, with what a reader takes from it. */
export interface Composed {
  readonly sentence: string;
  readonly body: string;
  readonly day: string;
  readonly kind: Deed['kind'];
  /** Places of which the sentence tells. */
  readonly places: readonly string[];
  /** Sides any of which is right; null where it may be left open. */
  readonly actors: readonly (string | null)[];
  /** The parts it is made of, for the count by part. */
  readonly parts: Readonly<Record<'deed' | 'naming' | 'around' | 'called', string>>;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "…, a key town on the main road,." */
const tidy = (text: string) => text.replaceAll(',,', ',').replaceAll(',.', '.');

/** One sentence, every part drawn by itself. */
export function compose(random: Random): Composed {
  const war = random.pick(WARS);
  const [one, other] = random.next() < 0.5 ? war.sides : [war.sides[1], war.sides[0]];
  const subject = random.pick(one.called);
  const foe = random.pick(other.called);
  const [p, q, r] = random.shuffle(war.towns);
  const named = (text: string) =>
    text.replaceAll('{P}', p!).replaceAll('{Q}', q!).replaceAll('{R}', r!);
  const naming = random.pick(NAMINGS);
  const fill = (text: string) =>
    text.replaceAll('{P}', named(naming.words)).replaceAll('{S}', subject).replaceAll('{O}', foe);
  const around = random.pick([...AROUND, ...AROUND_VERBS]);
  const told: Deed | Told =
    AROUND.includes(around) && random.next() < 0.3 ? random.pick(CLAUSES) : random.pick(DEEDS);
  const clause = 'clause' in told ? told.clause : `{S} ${told.past}`;
  const had = 'clause' in told ? told.clause : `{S} had ${told.participle}`;
  const verb =
    'clause' in told ? { past: '', done: '' } : { past: told.past, done: told.participle };
  const sentence = capitalised(
    tidy(
      fill(
        around
          .replace('{CLAUSE}', clause)
          .replace('{HAD}', had)
          .replace('{PAST}', verb.past)
          .replace('{DONE}', verb.done),
      ),
    ),
  );
  const actors =
    told.by === 'either'
      ? [one.name, other.name, null]
      : [told.by === 'other' ? other.name : one.name];
  return {
    sentence,
    body: `${war.opening}\n\n${sentence}`,
    day: war.day,
    kind: told.kind,
    places: naming.told.map(named),
    actors,
    parts: { deed: clause, naming: naming.words, around, called: subject },
  };
}

/** The sentence as an item of the control set, were the actor this one. */
export const itemOf = (
  { sentence, body, day, kind, places }: Composed,
  actor: string | null,
): ControlItem => ({
  id: 'plain',
  url: '',
  outlet: 'Test',
  published: day,
  title: '',
  text: body,
  gold: places.map((place) => ({
    kind,
    place,
    province: null,
    actor,
    date: null,
    source: null,
    via: null,
    modality: 'asserted',
    evidence: sentence,
  })),
});
