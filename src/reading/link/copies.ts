import type { ActorMention } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';

/** What a linked mention takes over from the thing it stands for. */
export function takeOver(draft: ActorDraft, from: ActorMention): ActorDraft {
  const { name, kind, actor, side, country, post, body, anonymous } = from;
  return {
    ...dropped(draft),
    name,
    kind,
    ...(actor === undefined ? {} : { actor }),
    ...(side === undefined ? {} : { side }),
    ...(country === undefined ? {} : { country }),
    ...(post === undefined ? {} : { post }),
    ...(body === undefined ? {} : { body }),
    ...(anonymous === undefined ? {} : { anonymous }),
  };
}

function dropped(draft: ActorDraft): ActorDraft {
  const { anonymous: _anonymous, ...rest } = draft;
  return rest;
}
