import { bindAfter, bindBearings, bindBehindColon, bindRelativeObject } from './aside-mends.ts';
import { bindDayAfter, bindDays, bindSince } from './day-mends.ts';
import { bindAsides, bindFinite } from './clause-mends.ts';
import { bindJoined, bindList, bindTwins } from './joined-mends.ts';
import { bindNames } from './loose-names.ts';
import { bindListedKinds } from './listed-kinds.ts';
import { bindArmies, bindHeld, bindUnderControl, bindWhen } from './held-mends.ts';
import type { LooseTree } from './loose-tree.ts';
import { labelAgents } from './passive-agent.ts';
import { bindAfterRelative } from './relative-mends.ts';
import { bindTaken } from './taken-mends.ts';
import type { WordTag } from './tagger.ts';
import { bindTellers } from './teller-mends.ts';
import {
  bindAmounts,
  bindBack,
  bindClashes,
  bindConjoined,
  bindDriven,
  bindHaving,
  bindNearest,
  bindOf,
  bindRelative,
  bindStops,
  bindTold,
} from './tree-mends.ts';

/** What a greedy parser often gets wrong and the words rule out is put right, one kind after another. */
export function mendTree(
  words: readonly string[],
  tags: readonly WordTag[],
  tree: LooseTree,
): void {
  bindNames(tags, tree);
  bindListedKinds(words, tags, tree);
  bindFinite(words, tags, tree);
  bindAsides(tags, tree);
  bindStops(tags, tree);
  bindTold(words, tags, tree);
  bindAmounts(words, tags, tree);
  bindBack(words, tags, tree);
  bindConjoined(tags, tree);
  bindDriven(words, tags, tree);
  bindHaving(words, tags, tree);
  bindTwins(words, tags, tree);
  bindArmies(words, tags, tree);
  bindJoined(tags, tree);
  bindList(words, tags, tree);
  bindNearest(words, tags, tree);
  bindOf(words, tags, tree);
  bindWhen(words, tags, tree);
  bindHeld(words, tags, tree);
  bindUnderControl(words, tree);
  bindTaken(words, tags, tree);
  bindTellers(words, tags, tree);
  bindDays(words, tags, tree);
  bindDayAfter(words, tree);
  bindSince(words, tags, tree);
  bindRelative(words, tags, tree);
  bindAfter(words, tags, tree);
  bindBehindColon(words, tags, tree);
  bindRelativeObject(words, tags, tree);
  bindBearings(words, tags, tree);
  bindAfterRelative(words, tags, tree);
  bindClashes(words, tags, tree);
  labelAgents(words, tags, tree);
}
