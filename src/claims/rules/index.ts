import type { ClaimRule } from '../draft.ts';
import { areGone } from './are-gone.ts';
import { baseOf } from './base-of.ts';
import { controlCount } from './control-count.ts';
import { backIn } from './back-in.ts';
import { disputed } from './disputed.ts';
import { divided } from './divided.ts';
import { flag } from './flag.ts';
import { followed } from './followed.ts';
import { gapped } from './gapped.ts';
import { heldAside } from './held-aside.ts';
import { givenControl } from './given-control.ts';
import { heldCompound } from './held-compound.ts';
import { holderLabel } from './holder-label.ts';
import { inControl } from './in-control.ts';
import { labelHolder } from './label-holder.ts';
import { likewise } from './likewise.ts';
import { linePresence } from './line-presence.ts';
import { listItem } from './list-item.ts';
import { nounFrame } from './noun-frame.ts';
import { noWayIn } from './no-way-in.ts';
import { onlyPart } from './only-part.ts';
import { possession } from './possession.ts';
import { presence } from './presence.ts';
import { ruler } from './ruler.ts';
import { setFree } from './set-free.ts';
import { there } from './there.ts';
import { underControl } from './under-control.ts';
import { underSide } from './under-side.ts';
import { whose } from './whose.ts';
import { withinDistance } from './within-distance.ts';
import { verbFrame } from './verb-frame.ts';

/** Every rule, in order; where two find the same thing in one sentence, the first keeps it. */
export const CLAIM_RULES: readonly ClaimRule[] = [
  // Before the frames: "holds 26 of 34 capitals" is a count and no claim about a place.
  controlCount,
  // Before the verbs: asides are what trees lose, and their words stand together.
  heldAside,
  // Verbs say most, and say it most surely: voice, tense and arguments are all there.
  verbFrame,
  // States told by a noun with a preposition, which no verb frame sees.
  underControl,
  underSide,
  inControl,
  givenControl,
  possession,
  whose,
  backIn,
  setFree,
  divided,
  disputed,
  flag,
  // Roads and what comes by them, of which a siege is told without the word.
  noWayIn,
  // Nouns leave out who and when more often than not.
  nounFrame,
  // What the sentence before, or the clause before, says of another place.
  followed,
  likewise,
  gapped,
  // Said in passing, so the weakest of the sentence.
  heldCompound,
  baseOf,
  ruler,
  presence,
  there,
  areGone,
  withinDistance,
  // What is left unsaid where somebody is said to hold only a part.
  onlyPart,
  // Lines without a verb, which no other rule reads.
  labelHolder,
  holderLabel,
  linePresence,
  listItem,
];
