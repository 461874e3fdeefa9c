import { openingOf } from './dateline.ts';
import type { Found } from './item.ts';

/** Plain text: the whole of it is the body. */
export const readText = (text: string): Found => ({ ...openingOf(text), body: text, problems: [] });
