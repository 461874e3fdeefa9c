import { useState } from 'react';
import type { PinList, SourceList, SourceView } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { plural } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';
import { Pinned } from './Pinned.tsx';
import { PinDialog, type Pinning } from './PinDialog.tsx';
import { SourceTable } from './SourceTable.tsx';
import { Switch } from './Switch.tsx';

function Sides({ sides }: Pick<SourceList, 'sides'>) {
  return (
    <section>
      <h3>Sides</h3>
      <ul className="switches">
        {sides.map(({ id, name }) => (
          <li key={id}>
            <label>
              <Switch source={`side:${id}`} name={`what ${name} says`} /> What {name} says
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outlets({ outlets }: Pick<SourceList, 'outlets'>) {
  return (
    <section>
      <h3>Outlets</h3>
      <ul className="switches">
        {outlets.map(({ name, reports, claims }) => (
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
  );
}

const pinningOf = ({ source, name, reliabilities }: SourceView): Pinning => ({
  source,
  name,
  learned: reliabilities,
});

export function Sources() {
  const setting = useSetting();
  const [pinning, setPinning] = useState<Pinning | null>(null);
  const answer = useAnswer<SourceList>(`api/sources?${pictureQuery({ ...setting, without: [] })}`);
  const pins = useAnswer<PinList>('api/pins');
  return (
    <section className="list-view is-wide" aria-labelledby="sources-title">
      <header>
        <h2 id="sources-title">Sources</h2>
      </header>
      <p className="soft">
        Turn one off to see the picture without it, or fix its grade where you know better. How far
        a source is believed depends on which way it speaks: a party’s claim of its own gain weighs
        less, its admission of a loss more.
      </p>
      <Loading answer={pins} what="What users have fixed">
        {(list) => <Pinned list={list} onPin={setPinning} />}
      </Loading>
      <Loading answer={answer} what="The sources">
        {({ sides, sources, outlets }) => (
          <>
            <Sides sides={sides} />
            <section>
              <h3>Who speaks, and how often it was borne out</h3>
              <SourceTable sources={sources} onPin={(source) => setPinning(pinningOf(source))} />
            </section>
            <Outlets outlets={outlets} />
          </>
        )}
      </Loading>
      {pinning && <PinDialog pinning={pinning} onClose={() => setPinning(null)} />}
    </section>
  );
}
