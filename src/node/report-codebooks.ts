import { cameoCodebook } from '../codebooks/cameo/records.ts';
import { ISAF } from '../codebooks/isaf/records.ts';
import { muc4Codebook } from '../codebooks/muc4/records.ts';
import { actorLookup } from '../codebooks/plover/lookup.ts';
import { ploverCodebook } from '../codebooks/plover/records.ts';
import type { ReportCodebook } from '../codebooks/report-codebook.ts';
import type { ReaderResources } from '../reader.ts';
import { loadRoleTagger } from './cameo.ts';
import { loadMuc4, muc4Resources } from './muc4.ts';
import { packageRoot } from './package-root.ts';
import { loadPlover } from './plover.ts';

/** Codebooks that read whole reports, by name; the weights of one are loaded when it is asked for. */
export const REPORT_CODEBOOKS: Readonly<
  Record<string, (resources: ReaderResources) => Promise<ReportCodebook>>
> = {
  plover: async ({ actors, gazetteer }) =>
    ploverCodebook({ lexicon: await loadPlover(), lookup: actorLookup(actors, gazetteer) }),
  cameo: async () => {
    const [tagger, lexicon] = await Promise.all([loadRoleTagger(packageRoot()), loadPlover()]);
    return cameoCodebook({ tagger, lexicon });
  },
  isaf: () => Promise.resolve(ISAF),
  muc4: async (resources) => muc4Codebook(await muc4Resources(resources), await loadMuc4()),
};
