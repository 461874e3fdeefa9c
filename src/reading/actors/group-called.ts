import type { Actor } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';

const CALLED = ['rebels', 'fighters', 'separatists', 'forces'];

/** The armed group that the list calls after a people or a region: "Bosnian Croat forces", "Tigray fighters". */
export const groupCalled = (list: ActorList, after: string): Actor | undefined =>
  CALLED.flatMap((noun) => list.find(`${after} ${noun}`)).find(
    ({ kind }) => kind === 'armed-group',
  );
