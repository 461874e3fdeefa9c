import type { Reliability } from '../../src/domain/index.ts';
import type { SourceView } from '../../src/server/wire.ts';
import { fixedPercent, percent, RELIABILITY } from '../parts/words.ts';
import { Interval } from './Interval.tsx';
import { Switch } from './Switch.tsx';

const INTERESTS: Readonly<Record<Reliability['interest'], string>> = {
  gain: 'its own gains',
  admission: 'its losses',
  denial: 'denials',
  neutral: 'others',
};
const CLASSES: Readonly<Record<SourceView['class'], string>> = {
  party: 'party to the war',
  'party-official': 'official of a party',
  'local-official': 'local official',
  resident: 'resident',
  monitor: 'monitor',
  agency: 'agency',
  outlet: 'outlet',
  unnamed: 'nobody named',
};

interface RowProps {
  readonly source: SourceView;
  readonly onPin: (source: SourceView) => void;
}

const isClass = ({ source }: SourceView) => source.startsWith('class:');

function SourceHead({ source, onPin }: RowProps) {
  const rows = source.reliabilities.length;
  const pinned = source.reliabilities[0]!.pinned;
  return (
    <>
      <td rowSpan={rows}>
        <Switch source={source.source} name={source.name} />
      </td>
      <th scope="rowgroup" rowSpan={rows}>
        {source.name} {!isClass(source) && <span className="soft">{CLASSES[source.class]}</span>}
        <button
          type="button"
          className="fix link"
          onClick={() => onPin(source)}
          aria-label={`${pinned ? 'Change what is fixed of' : 'Fix the grade of'} ${source.name}`}
        >
          {pinned ? 'fixed: change' : 'fix'}
        </button>
      </th>
    </>
  );
}

function SourceRows({ source, onPin }: RowProps) {
  return source.reliabilities.map((reliability, index) => (
    <tr
      key={`${reliability.class} ${reliability.interest}`}
      className={`${index === 0 ? 'is-first' : ''}${reliability.pinned ? ' is-pinned' : ''}`}
    >
      {index === 0 && <SourceHead source={source} onPin={onPin} />}
      <td className="soft">on {INTERESTS[reliability.interest]}</td>
      <td>
        <Interval reliability={reliability} />
      </td>
      <td className="number">{(reliability.pinned ? fixedPercent : percent)(reliability.mean)}</td>
      <td className="number soft tried">
        {reliability.n < 0.5 ? 'untested' : `n = ${Math.round(reliability.n)}`}
      </td>
      <td className="grade" title={RELIABILITY[reliability.grade]}>
        {reliability.grade}
        {reliability.pinned && <span className="visually-hidden">, fixed by a user</span>}
      </td>
    </tr>
  ));
}

interface Props {
  readonly sources: readonly SourceView[];
  readonly onPin: (source: SourceView) => void;
}

/** Who speaks, how often it was borne out, and the letter that comes of it. */
export function SourceTable({ sources, onPin }: Props) {
  return (
    <div className="scroll">
      <table className="sources-table">
        <thead>
          <tr>
            <th scope="col">Use</th>
            <th scope="col">Source</th>
            <th scope="col">Speaking</th>
            <th scope="col">
              <span className="ends">
                <span>never</span>
                <span>always</span>
              </span>
            </th>
            <th scope="col" className="number">
              Mean
            </th>
            <th scope="col" className="number tried">
              Claims
            </th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRows key={source.source} source={source} onPin={onPin} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
