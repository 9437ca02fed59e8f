import type { WecomHealth } from '@tilth/api';
import { counted, Section, useZone } from '@tilth/ui';
import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type Ink } from '../charts/Chart';

use([BarChart, ScatterChart, GridComponent, SVGRenderer]);

type Hours = WecomHealth['hours'];

/** A day of news and calls; what stands out is the title. */
export function HoursChart({ hours }: { hours: Hours }) {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const hour = useCallback(
    (at: string) =>
      new Intl.DateTimeFormat(i18n.language, { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(at),
      ),
    [i18n.language, zone],
  );
  const option = useCallback((ink: Ink) => optionOf(hours, hour, ink), [hours, hour]);
  const { title, sentence } = found(hours, hour, t, i18n.language);
  return (
    <Section title={title}>
      <ul className="chart-key small">
        {(['callbacks', 'calls', 'errors'] as const).map((name) => (
          <li key={name} className={`chart-key-${name}`}>
            {t(`wecom.hours.${name}`)}
          </li>
        ))}
      </ul>
      <Chart option={option} />
      <p className="quiet small">{sentence}</p>
    </Section>
  );
}

function optionOf(hours: Hours, hour: (at: string) => string, { colour, series: [leaf, blue] }: Ink) {
  const text = { color: colour.ink3, fontSize: 12 };
  const bar = (values: number[], fill: string | undefined) => ({
    type: 'bar' as const,
    data: values,
    barMaxWidth: 10,
    barGap: '10%',
    itemStyle: { color: fill ?? colour.leaf, borderRadius: [2, 2, 0, 0] },
  });
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 28, bottom: 0, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: hours.map((one) => hour(one.at)),
      axisLabel: { ...text, interval: 3 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.hair } },
    },
    yAxis: [
      {
        type: 'value' as const,
        minInterval: 1,
        splitNumber: 3,
        axisLabel: text,
        splitLine: { lineStyle: { color: colour.hair } },
      },
      { type: 'value' as const, show: false, min: 0, max: 1 }, // errors are few: they stand on top, with their number
    ],
    series: [
      bar(
        hours.map((one) => one.callbacks),
        leaf,
      ),
      bar(
        hours.map((one) => one.calls),
        blue,
      ),
      {
        type: 'scatter' as const,
        yAxisIndex: 1,
        data: hours.map((one) => (one.errors > 0 ? 1 : null)),
        symbolSize: 8,
        itemStyle: { color: colour.red },
        label: {
          show: true,
          position: 'top' as const,
          color: colour.redInk,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => String(hours[dataIndex]?.errors ?? ''),
        },
      },
    ],
  };
}

function found(hours: Hours, hour: (at: string) => string, t: TFunction, language: string) {
  const sum = (of: 'callbacks' | 'calls' | 'errors') => hours.reduce((all, one) => all + one[of], 0);
  const facts = {
    callbacks: counted(sum('callbacks'), language),
    calls: counted(sum('calls'), language),
    errors: counted(sum('errors'), language),
  };
  const busiest = top(hours, 'callbacks');
  const worst = top(hours, 'errors');
  const title =
    worst && worst.errors > 0
      ? t('wecom.hours.titleErrors', { ...facts, hour: hour(worst.at) })
      : sum('callbacks') + sum('calls') === 0
        ? t('wecom.hours.titleQuiet')
        : t('wecom.hours.title', facts);
  const sentence =
    busiest && busiest.callbacks > 0
      ? t('wecom.hours.sentence', {
          ...facts,
          hour: hour(busiest.at),
          most: counted(busiest.callbacks, language),
        })
      : t('wecom.hours.sentenceQuiet', facts);
  return { title, sentence };
}

function top(hours: Hours, of: 'callbacks' | 'errors') {
  return hours.reduce<Hours[number] | undefined>((best, one) => (best && best[of] >= one[of] ? best : one), undefined);
}
