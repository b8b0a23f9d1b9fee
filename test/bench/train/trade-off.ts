import { auroc, calibrationError, plattLine } from './calibrate.ts';
import { inScene, type Judgement } from './confidence.ts';
import type { Scene } from './scenes.ts';

/** How often each scene's questions are answered from some threshold on, and how often rightly. */
export interface TradeOff {
  readonly threshold: number;
  /** Of questions over their own year: how many of those with a right first sentence stay answered. */
  readonly rightKept: number;
  /** Of those answered over their own year: how many rightly. */
  readonly precision: number;
  /** Share of questions answered that have no answer there, by scene. */
  readonly other: number;
  readonly near: number;
  readonly far: number;
  /** Of questions over a small corpus with an answer: how many of the right ones stay answered. */
  readonly smallKept: number;
}

export function tradeOff(judgements: readonly Judgement[], threshold: number): TradeOff {
  const share = (scene: Scene, label: boolean): number => {
    const all = inScene(judgements, scene).filter((judgement) => judgement.label === label);
    return all.filter(({ confidence }) => confidence >= threshold).length / Math.max(all.length, 1);
  };
  const answered = inScene(judgements, 'own').filter(({ confidence }) => confidence >= threshold);
  return {
    threshold,
    rightKept: share('own', true),
    precision: answered.filter(({ label }) => label).length / Math.max(answered.length, 1),
    other: share('other', false),
    near: share('near', false),
    far: share('far', false),
    smallKept: share('small', true),
  };
}

/** How good the confidences are, in one row a group of scenes. */
export function confidenceQuality(judgements: readonly Judgement[]): {
  readonly group: string;
  readonly count: number;
  readonly right: number;
  readonly auroc: number;
  readonly calibrationError: number;
  readonly plattIntercept: number;
  readonly plattSlope: number;
}[] {
  const groups: [string, Judgement[]][] = [
    ['own year', inScene(judgements, 'own')],
    ['own year + other year', [...inScene(judgements, 'own'), ...inScene(judgements, 'other')]],
    [
      'right in own year, wrong in other',
      [
        ...inScene(judgements, 'own').filter(({ label }) => label),
        ...inScene(judgements, 'other').filter(({ label }) => !label),
      ],
    ],
    ['small corpora', judgements.filter(({ sighting }) => ['small', 'near', 'far'].includes(sighting.scene))],
    ['all', [...judgements]],
  ];
  return groups.map(([group, members]) => {
    const { intercept, slope } = plattLine(members);
    return {
      group,
      count: members.length,
      right: members.filter(({ label }) => label).length / Math.max(members.length, 1),
      auroc: auroc(members),
      calibrationError: calibrationError(members),
      plattIntercept: intercept,
      plattSlope: slope,
    };
  });
}
