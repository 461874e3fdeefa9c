import type { Reliability } from '../../src/domain/index.ts';
import type { SourceList, SourceView } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { percent, plural } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';

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

/** Turns a source, an outlet or a side off and on; the picture is what it is without it. */
function Switch({ source, name }: { readonly source: string; readonly name: string }) {
  const { without } = useAddress();
  const off = without.includes(source);
  return (
    <input
      type="checkbox"
      role="switch"
      aria-label={`Use ${name}`}
      checked={!off}
      onChange={() =>
        go({ without: off ? without.filter((other) => other !== source) : [...without, source] })
      }
    />
  );
}

/** Mean and 90 % interval on a line from never to always borne out. */
function Interval({ reliability }: { readonly reliability: Reliability }) {
  const { mean, low, high } = reliability;
  const words = `borne out ${percent(mean)}, 90 % interval ${percent(low)} to ${percent(high)}`;
  return (
    <svg
      className="interval"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line x1="0" x2="100" y1="5" y2="5" className="axis" />
      <line x1={low * 100} x2={high * 100} y1="5" y2="5" className="range" />
      <line x1={mean * 100} x2={mean * 100} y1="1" y2="9" className="mean" />
    </svg>
  );
}

function SourceRows({ source }: { readonly source: SourceView }) {
  return source.reliabilities.map((reliability, index) => (
    <tr key={reliability.interest} className={index === 0 ? 'is-first' : ''}>
      {index === 0 && (
        <>
          <td rowSpan={source.reliabilities.length}>
            <Switch source={source.source} name={source.name} />
          </td>
          <th scope="rowgroup" rowSpan={source.reliabilities.length}>
            {source.name} <span className="soft">{CLASSES[source.class]}</span>
          </th>
        </>
      )}
      <td className="soft">on {INTERESTS[reliability.interest]}</td>
      <td>
        <Interval reliability={reliability} />
      </td>
      <td className="number">{percent(reliability.mean)}</td>
      <td className="number soft">
        {reliability.n < 0.5 ? 'untested' : `n = ${Math.round(reliability.n)}`}
      </td>
      <td title={reliability.pinned ? 'fixed by a user' : 'learned'}>{reliability.grade}</td>
    </tr>
  ));
}

function Tables({ list }: { readonly list: SourceList }) {
  return (
    <>
      <section>
        <h3>Sides</h3>
        <ul className="switches">
          {list.sides.map(({ id, name }) => (
            <li key={id}>
              <label>
                <Switch source={`side:${id}`} name={`what ${name} says`} /> What {name} says
              </label>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>Who speaks, and how often it was borne out</h3>
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
                <th scope="col" className="number">
                  Claims
                </th>
                <th scope="col">Grade</th>
              </tr>
            </thead>
            <tbody>
              {list.sources.map((source) => (
                <SourceRows key={source.source} source={source} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>Outlets</h3>
        <ul className="switches">
          {list.outlets.map(({ name, reports, claims }) => (
            <li key={name}>
              <label>
                <Switch source={name} name={name} /> {name}
              </label>{' '}
              <span className="soft">
                {plural(reports, 'report')}, {plural(claims, 'claim')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export function Sources() {
  const setting = useSetting();
  const answer = useAnswer<SourceList>(`api/sources?${pictureQuery({ ...setting, without: [] })}`);
  return (
    <section className="list-view is-wide" aria-labelledby="sources-title">
      <header>
        <h2 id="sources-title">Sources</h2>
      </header>
      <p className="soft">
        Turn one off to see the picture without it. How far a source is believed depends on which
        way it speaks: a party’s claim of its own gain weighs less, its admission of a loss more.
      </p>
      <Loading answer={answer} what="The sources">
        {(list) => <Tables list={list} />}
      </Loading>
    </section>
  );
}
