/** Regular verbs of the subject that treebanks of web text hardly have; their forms are spelt out. */
export const CONFLICT_VERBS =
  'abduct ambush annex bombard bomb besiege blockade beleaguer capitulate capture cede clash deploy disarm dislodge displace dispatch encircle encroach entrench evacuate evict expel fortify garrison infiltrate invade intercept kidnap launch liberate loot maim massacre mine mobilise mobilize mortar mutiny neutralise neutralize occupy oust outflank outgun overwhelm patrol pillage pound pummel ransack ravage raze reinforce repel repulse reoccupy rescue resist retaliate retreat rout sabotage seize shell siege skirmish storm strafe surrender surround target threaten thwart topple torch torpedo vacate wound assassinate execute behead detain arrest ceasefire denounce condemn accuse allege pledge vow escalate clear consolidate control advance halt press mass amass block besmirch raid attack pull push claim confirm deny reclaim retain regain recapture resupply supply'.split(
    ' ',
  );

const DOUBLES = /^(?:expel|repel|kidnap|commit|patrol$)|(?:[^aeiou][aeiou][bgmnpt])$/;
const SINGLE =
  /(?:target|threaten|surrender|evacuate|garrison|clear|happen|open|enter|visit|limit)$/;

/** Inflected forms of a regular verb with the Penn tags they carry. */
export function formsOf(verb: string): readonly { readonly word: string; readonly xpos: string }[] {
  const doubled =
    DOUBLES.test(verb) && !SINGLE.test(verb) && !/[aeiou]{2}.$/.test(verb)
      ? verb + verb.at(-1)!
      : verb;
  const past = verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${doubled === verb ? verb : doubled}ed`;
  const present = /(?:[sxz]|[cs]h)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubled;
  return [
    { word: past, xpos: 'VBD' },
    { word: past, xpos: 'VBN' },
    { word: present, xpos: 'VBZ' },
    { word: `${stem}ing`, xpos: 'VBG' },
  ];
}
