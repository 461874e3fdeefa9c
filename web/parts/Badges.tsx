import type { Claim } from '../../src/domain/index.ts';
import { useSetting } from '../state/context.ts';
import { kindName, timeText } from './words.ts';

const MODALITIES: Readonly<Record<Claim['modality'], string | null>> = {
  stated: null,
  hedged: 'hedged',
  hypothetical: 'hypothetical: not counted as happened',
  planned: 'planned',
  predicted: 'predicted',
  background: 'past background',
};

const partsOf = ({ facility, place }: Claim) =>
  [...new Set([facility, 'id' in place ? place.part : undefined])].filter(
    (part) => part !== undefined,
  );

/** What sort of claim it is, and everything that makes it weaker than it sounds. */
export function Badges({ claim }: { readonly claim: Claim }) {
  const setting = useSetting();
  const modality = MODALITIES[claim.modality];
  return (
    <p className="badges">
      <span className="kind">{kindName(claim.kind)}</span>
      <span>{timeText(claim.when, setting)}</span>
      {partsOf(claim).map((part) => (
        <span key={part} className="badge">
          only {part}
        </span>
      ))}
      {claim.polarity === 'negative' && <span className="badge is-warning">not so, it says</span>}
      {modality && <span className="badge is-warning">{modality}</span>}
      {claim.stance !== 'says' && <span className="badge">{claim.stance}</span>}
    </p>
  );
}
