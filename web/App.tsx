import { useEffect, useMemo } from 'react';
import type { Meta, Picture } from '../src/server/wire.ts';
import { DropZone } from './add/DropZone.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Empty } from './Empty.tsx';
import { Header } from './Header.tsx';
import { Patterns } from './map/glyph.tsx';
import { MapView } from './map/MapView.tsx';
import { Overview } from './panel/Overview.tsx';
import { PlacePanel } from './panel/PlacePanel.tsx';
import { ReadingPanel } from './panel/ReadingPanel.tsx';
import { Loading } from './parts/Loading.tsx';
import { Sources } from './sources/Sources.tsx';
import { longDay } from './parts/words.ts';
import { useAddress, type Address } from './state/address.ts';
import { load, useAnswer } from './state/answers.ts';
import { pictureQuery, SettingProvider, useSetting, type Setting } from './state/context.ts';
import { useTheme, type Theme } from './state/theme.ts';
import { Timeline } from './time/Timeline.tsx';
import { addDays, type Day } from '../src/domain/index.ts';
import { Announcer } from './parts/Announcer.tsx';
import { Changes } from './views/Changes.tsx';
import { Trends } from './trends/Trends.tsx';
import { PlaceTable } from './views/PlaceTable.tsx';

const clamp = (day: Day, from: Day, to: Day) => (day < from ? from : day > to ? to : day);

/** The address with everything it leaves open filled in from the ledger; null when that is empty. */
function settingOf(meta: Meta, address: Address): Setting | null {
  const country = meta.countries.find(({ code }) => code === address.country) ?? meta.countries[0];
  const from = country?.from ?? meta.from;
  const to = country?.to ?? meta.to;
  if (!from || !to) return null;
  const at = clamp(address.at ?? country?.latest ?? to, from, to);
  return {
    meta,
    country: country?.code ?? null,
    at,
    known: address.known ? clamp(address.known, from, to) : at,
    from,
    to,
    without: address.without,
    holders: new Map((country?.holders ?? []).map((holder) => [holder.id, holder])),
  };
}

/** The days on both sides of the shown one, so that the slider never waits. */
function usePrefetch(setting: Setting) {
  const together = useAddress().known === null;
  useEffect(() => {
    for (const days of [1, -1]) {
      const at = addDays(setting.at, days);
      if (at < setting.from || at > setting.to) continue;
      void load(
        `api/picture?${pictureQuery({ ...setting, at, known: together ? at : setting.known })}`,
      ).catch(() => {});
    }
  }, [setting, together]);
}

function Side({ picture }: { readonly picture: Picture }) {
  const { place, report } = useAddress();
  if (report) return <ReadingPanel id={report} />;
  if (place) return <PlacePanel id={place} picture={picture} />;
  return <Overview picture={picture} />;
}

function Views({ picture, theme }: { readonly picture: Picture; readonly theme: Theme }) {
  const { view } = useAddress();
  switch (view) {
    case 'map':
      return <MapView picture={picture} theme={theme} />;
    case 'places':
      return <PlaceTable picture={picture} />;
    case 'changes':
      return <Changes picture={picture} />;
    case 'sources':
      return <Sources />;
    case 'trends':
      return <Trends />;
  }
}

function Work({ theme }: { readonly theme: Theme }) {
  const setting = useSetting();
  const { view, place, report } = useAddress();
  usePrefetch(setting);
  const country = setting.meta.countries.find(({ code }) => code === setting.country)?.name;
  useEffect(() => {
    document.title = `Dateline: ${country ? `${country}, ` : ''}${longDay(setting.at)}`;
  }, [country, setting.at]);
  const answer = useAnswer<Picture>(`api/picture?${pictureQuery(setting)}`);
  return (
    <main
      className={`work is-${view === 'map' ? 'map' : 'list'}${place || report ? ' has-choice' : ''}${report ? ' is-reading' : ''}`}
      aria-busy={answer.state === 'loading'}
    >
      <Loading answer={answer} what="The picture">
        {(picture) => (
          <>
            <div className="stage" data-without={picture.without.join(' ')}>
              <ErrorBoundary>
                <Views picture={picture} theme={theme} />
              </ErrorBoundary>
            </div>
            <div className="side" tabIndex={-1} role="complementary" aria-label="Details">
              <ErrorBoundary>
                <Side picture={picture} />
              </ErrorBoundary>
            </div>
            <Announcer picture={picture} />
          </>
        )}
      </Loading>
      <Timeline />
    </main>
  );
}

function Page({ meta, theme }: { readonly meta: Meta; readonly theme: Theme }) {
  const address = useAddress();
  const setting = useMemo(() => settingOf(meta, address), [meta, address]);
  if (!setting) return <Empty />;
  return (
    <SettingProvider value={setting}>
      <Work theme={theme} />
    </SettingProvider>
  );
}

export function App() {
  const [theme, toggleTheme] = useTheme();
  const answer = useAnswer<Meta>('api/meta');
  return (
    <DropZone>
      <a
        className="skip"
        href="#"
        onClick={(event) => (
          event.preventDefault(),
          document.querySelector<HTMLElement>('.side')?.focus()
        )}
      >
        Skip to the details
      </a>
      <Patterns />
      <Header meta={answer.value} theme={theme} onTheme={toggleTheme} />
      <Loading answer={answer} what="The ledger">
        {(meta) => <Page meta={meta} theme={theme} />}
      </Loading>
    </DropZone>
  );
}
