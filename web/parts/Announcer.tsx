import type { Picture } from '../../src/server/wire.ts';
import { useSetting } from '../state/context.ts';
import { longDay, stateName } from './words.ts';

/** Says aloud, for those who do not see the map, which day it is and what changed. */
export function Announcer({ picture }: { readonly picture: Picture }) {
  const { holders } = useSetting();
  const changes = picture.changes.map(
    ({ place, before, after }) =>
      `${place.name}: ${stateName(before, holders)} to ${stateName(after, holders)}`,
  );
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {longDay(picture.at)}. {changes.length ? `Changed: ${changes.join('; ')}.` : 'No changes.'}
    </p>
  );
}
