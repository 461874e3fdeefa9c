import { dayNumber, type Day } from '../../src/domain/index.ts';
import type { Capital } from './data.ts';

/** Probability that a capital is held by the side that took it, day by day. */
export interface Course {
  readonly capital: Capital;
  readonly reports: number;
  readonly days: readonly { readonly day: Day; readonly probability: number }[];
}

export interface CourseScore {
  readonly capitals: number;
  readonly withinOneDay: number;
  readonly falseCaptures: number;
  readonly brier: number;
  readonly accuracy: number;
}

const DAYS_EARLY = 2;

/** Days between a day and the accepted range, negative when early. */
function distance(day: Day, [from, to]: readonly [Day, Day]): number {
  if (day < from) return dayNumber(day) - dayNumber(from);
  return day > to ? dayNumber(day) - dayNumber(to) : 0;
}

export const firstHeld = ({ days }: Course) =>
  days.find(({ probability }) => probability >= 0.5)?.day;

/** @param least reports that speak of a capital for it to be judged */
export function scoreCourses(courses: readonly Course[], least = 2): CourseScore {
  const judged = courses.filter(({ reports }) => reports >= least);
  let close = 0;
  let early = 0;
  for (const course of judged) {
    const first = firstHeld(course);
    const { fell, fell_range } = course.capital;
    if (first === undefined) continue;
    if (Math.abs(distance(first, [fell, fell])) <= 1) close++;
    if (distance(first, fell_range) < -DAYS_EARLY) early++;
  }
  const points = judged.flatMap(truths);
  const mean = (value: (point: Point) => number) =>
    points.reduce((sum, point) => sum + value(point), 0) / points.length;
  return {
    capitals: judged.length,
    withinOneDay: close / judged.length,
    falseCaptures: early,
    brier: mean(({ probability, truth }) => (probability - truth) ** 2),
    accuracy: mean(({ probability, truth }) => (probability >= 0.5 === (truth === 1) ? 1 : 0)),
  };
}

interface Point {
  readonly probability: number;
  readonly truth: number;
}

const truths = ({ capital, days }: Course): Point[] =>
  days.map(({ day, probability }) => ({ probability, truth: day >= capital.fell ? 1 : 0 }));

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanProbability: number;
  readonly share: number;
}

const EDGES = [0, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1.0001];

/** In the ranges of the ICD 203 words: what was said, and how often it was so. */
export function calibration(courses: readonly Course[], least = 2): Bin[] {
  const points = courses.filter(({ reports }) => reports >= least).flatMap(truths);
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i]!;
    const inside = points.filter(({ probability }) => probability >= from && probability < to);
    const mean = (value: (point: Point) => number) =>
      inside.length === 0
        ? 0
        : inside.reduce((sum, point) => sum + value(point), 0) / inside.length;
    return {
      from,
      to: Math.min(1, to),
      n: inside.length,
      meanProbability: mean(({ probability }) => probability),
      share: mean(({ truth }) => truth),
    };
  });
}
