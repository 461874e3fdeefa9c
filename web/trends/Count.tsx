import type { CountCheck } from '../../src/assessment/index.ts';
import type { Checked } from '../../src/server/wire.ts';
import { ClaimCard } from '../panel/ClaimCard.tsx';
import { holderColour } from '../parts/colours.ts';
import { holderName } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

interface Piece {
  readonly name: string;
  readonly fill: string;
  readonly count: number;
}

function piecesOf(check: CountCheck, holder: string, colour: string): readonly Piece[] {
  return [
    { name: holder, fill: colour, count: check.heldOutright },
    { name: 'contested', fill: 'url(#contested)', count: check.contested },
    { name: 'others', fill: 'var(--holder-other)', count: check.heldByOthers },
    { name: 'the record does not tell', fill: 'var(--paper)', count: check.unknown },
  ];
}

/** Our own count as a bar over all places of the class; above it, how many were claimed. */
function Bars({
  check,
  pieces,
}: {
  readonly check: CountCheck;
  readonly pieces: readonly Piece[];
}) {
  const { of, claimedCount } = check;
  const share = (count: number) => Math.min(100, (100 * count) / Math.max(1, of));
  let from = 0;
  return (
    <svg className="count-bars" viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden="true">
      {claimedCount && (
        <>
          <rect className="claimed-least" y="1" height="9" width={share(claimedCount.min)} />
          <rect
            className="claimed-most"
            x={share(claimedCount.min)}
            y="1"
            height="9"
            width={Math.max(0, share(claimedCount.max) - share(claimedCount.min))}
          />
        </>
      )}
      {pieces.map(({ name, fill, count }) => {
        const x = from;
        from += share(count);
        return <rect key={name} x={x} y="14" height="11" width={share(count)} fill={fill} />;
      })}
      <rect className="count-edge" y="14" height="11" width="100" />
    </svg>
  );
}

const claimedText = ({ claimedCount }: CountCheck) => {
  if (!claimedCount) return 'no number';
  const [least, most] = [Math.round(claimedCount.min), Math.round(claimedCount.max)];
  return least === most ? `${least}` : `${least}–${most}`;
};

/** "Half of some 400 districts" beside our own count, with how many the record does not tell of. */
export function Count({ item: { check, view } }: { readonly item: Checked<CountCheck> }) {
  const { holders } = useSetting();
  const name = holderName(check.actor, holders);
  const pieces = piecesOf(check, name, holderColour(check.actor, holders));
  return (
    <li>
      <div>
        <ClaimCard view={view} />
        <Bars check={check} pieces={pieces} />
        <p className="count-key">
          <span>
            claimed for {name} <b>{claimedText(check)}</b>
          </span>
          <span>
            our own count of {check.of}:{' '}
            {pieces
              .filter(({ count }, index) => index === 0 || count > 0)
              .map(({ name: piece, count }) => `${piece} ${count}`)
              .join(', ')}
          </span>
          <b className="verdict">{check.verdict}</b>
        </p>
      </div>
    </li>
  );
}
