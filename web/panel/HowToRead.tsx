/** Words of likelihood: ICD 203 (2015), section D.6.e.2.a. */
const WORDS = [
  ['almost certainly', '95–99 %'],
  ['very likely', '80–95 %'],
  ['likely', '55–80 %'],
  ['perhaps', '50–55 %'],
  ['not clear', 'no state more likely than not'],
] as const;

/** The key in full: what a mark, a hatch and a word mean. */
export function HowToRead() {
  return (
    <details className="others how">
      <summary>How to read the map</summary>
      <dl>
        <dt>Disc</dt>
        <dd>
          A place. It is filled as far as we believe who holds it; the blank part is doubt. Old
          evidence fades.
        </dd>
        <dt>Small ring</dt>
        <dd>
          A place of which nothing has been reported. Whoever held it before, the record does not
          say.
        </dd>
        <dt>Stripes</dt>
        <dd>Fighting inside the place.</dd>
        <dt>Dashed ring</dt>
        <dd>Besieged, in the colour of the besieger.</dd>
        <dt>Flag</dt>
        <dd>Somebody is newly said to hold it; the evidence does not bear it out yet.</dd>
        <dt>Hatched area</dt>
        <dd>
          What is known of a province as a whole: the closer the lines, the surer. Blank means
          unknown.
        </dd>
        {WORDS.map(([word, range]) => [<dt key={word}>{word}</dt>, <dd key={range}>{range}</dd>])}
      </dl>
    </details>
  );
}
