/**
 * Countries with an armed conflict since 1989 (UCDP's list) whose names reach English in many
 * spellings, or where the front runs through villages: more of what the sources have is kept for them.
 * Mexico, Colombia and their like spell their towns one way and are left out.
 */
const WARS = new Set(
  (
    'AF AM AZ BA BD BF BI CD CF CI CM DZ EG ER ET GE GN IL IN IQ IR JO KE KG KH LB LK LR LY MD ML MM ' +
    'MR MZ NE NG NP PH PK PS RS RU RW SA SD SL SN SO SS SY TD TG TH TJ TN TR UA UG UZ XK YE ZW'
  ).split(' '),
);

export const hasWar = (country: string) => WARS.has(country);
