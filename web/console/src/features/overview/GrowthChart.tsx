import type { GrowthOverview } from '@tilth/api';
import { counted, Section, useZone } from '@tilth/ui';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type Ink } from '../charts/Chart';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  overview: GrowthOverview;
  byHour: boolean;
}

/** Who came, day by day, against the days before; who went hangs below the line. */
export function GrowthChart({ overview, byHour }: Props) {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const { curve, newcomers, lost, comparable } = overview;
  const label = useCallback(
    (at: string) =>
      new Intl.DateTimeFormat(i18n.language, {
        timeZone: zone,
        ...(byHour ? { hour: '2-digit', hourCycle: 'h23' } : { month: 'numeric', day: 'numeric' }),
      }).format(new Date(at)),
    [i18n.language, zone, byHour],
  );
  const names = { newcomers: t('overview.newcomers'), before: t('overview.before'), lost: t('overview.lost') };
  const { newcomers: came, before, lost: went } = names;
  const option = useCallback(
    (ink: Ink) => optionOf(curve, label, { newcomers: came, before: comparable ? before : null, lost: went }, ink),
    [curve, label, came, before, went, comparable],
  );
  const best = curve.reduce<(typeof curve)[number] | undefined>(
    (top, one) => (top && top.newcomers >= one.newcomers ? top : one),
    undefined,
  );
  const difference = newcomers.now - newcomers.before;
  const facts = {
    newcomers: counted(newcomers.now, i18n.language),
    before: counted(newcomers.before, i18n.language),
    lost: counted(lost.now, i18n.language),
    difference: counted(Math.abs(difference), i18n.language),
  };
  return (
    <Section
      title={t(
        !comparable
          ? 'overview.titleAlone'
          : difference > 0
            ? 'overview.titleMore'
            : difference < 0
              ? 'overview.titleFewer'
              : 'overview.titleSame',
        facts,
      )}
    >
      <ul className="chart-key small">
        {(comparable ? (['newcomers', 'before', 'lost'] as const) : (['newcomers', 'lost'] as const)).map((name) => (
          <li key={name} className={`chart-key-${name}`}>
            {names[name]}
          </li>
        ))}
      </ul>
      <Chart option={option} />
      <p className="quiet small">
        {best && best.newcomers > 0
          ? t('overview.sentence', { ...facts, when: label(best.at), most: counted(best.newcomers, i18n.language) })
          : t('overview.sentenceNone', facts)}
      </p>
    </Section>
  );
}

/** @property before null where nobody was counted yet */
interface Names {
  newcomers: string;
  before: string | null;
  lost: string;
}

function optionOf(
  curve: GrowthOverview['curve'],
  label: (at: string) => string,
  names: Names,
  { colour, series }: Ink,
) {
  const text = { color: colour.ink3, fontSize: 12 };
  return {
    animation: false,
    grid: { left: 0, right: 8, top: 12, bottom: 0, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colour.raised,
      borderColor: colour.hair,
      textStyle: { color: colour.ink, fontSize: 12 },
      valueFormatter: (value: unknown) => String(Math.abs(Number(value))),
    },
    xAxis: {
      type: 'category',
      data: curve.map((one) => label(one.at)),
      axisLabel: { ...text, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: colour.hair } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => String(Math.abs(value)) },
      splitLine: { lineStyle: { color: colour.hair } },
    },
    series: [
      bars(
        names.newcomers,
        curve.map((one) => one.newcomers),
        series[0] ?? colour.leaf,
      ),
      bars(
        names.lost,
        curve.map((one) => -one.lost),
        colour.ink3,
      ),
      ...(names.before
        ? [
            {
              name: names.before,
              type: 'line',
              data: curve.map((one) => one.newcomersBefore),
              symbol: 'none',
              lineStyle: { color: colour.ink3, width: 1.5, type: 'dashed' },
              itemStyle: { color: colour.ink3 },
            },
          ]
        : []),
    ],
  };
}

function bars(name: string, data: number[], color: string) {
  return { name, type: 'bar', stack: 'people', data, barMaxWidth: 14, itemStyle: { color, borderRadius: 2 } };
}
