import { verbGroup } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import { meet } from './same-place.ts';

const GAIN = /^control\.(?:captured|recaptured)$/;

/**
 * "Russia abandoned the only capital it had captured": what is told as taken by those who now leave it is
 * how they came there, and no news.
 */
export function hadTaken({ view }: Search, draft: Draft, drafts: readonly Draft[]): boolean {
  const { sentence } = view.token(draft.trigger);
  const had = () =>
    verbGroup(view, draft.trigger).some((i) => view.token(i).text.toLowerCase() === 'had');
  return (
    GAIN.test(draft.kind) &&
    had() &&
    drafts.some(
      ({ kind, trigger, actor, territories }) =>
        kind === 'control.withdrawn' &&
        trigger < draft.trigger &&
        view.token(trigger).sentence === sentence &&
        actor !== undefined &&
        actor.side === draft.actor?.side &&
        meet(territories, draft.territories),
    )
  );
}
