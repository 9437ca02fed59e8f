import { useTheme } from '@tilth/ui';
import { charts, type Mode, type Palette, palettes } from '@tilth/ui/tokens';
import { type EChartsCoreOption, init } from 'echarts/core';
import { useEffect, useRef } from 'react';
import './charts.css';

/** What a drawing may use of the theme. */
export interface Ink {
  colour: Palette;
  series: string[];
}

interface Props {
  option: (ink: Ink) => EChartsCoreOption;
  onPick?: (index: number) => void;
}

/** Draws for those who see; a sentence beside it says the same to everybody. */
export function Chart({ option, onPick }: Props) {
  const { mode } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) {
      return;
    }
    const drawing = init(place.current, null, { renderer: 'svg' });
    drawing.setOption(option(ink(mode)));
    drawing.on('click', ({ dataIndex }) => onPick?.(dataIndex));
    const watch = new ResizeObserver(() => drawing.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      drawing.dispose();
    };
  }, [option, onPick, mode]);
  return <div ref={place} className="chart" aria-hidden="true" />;
}

function ink(mode: Mode): Ink {
  return { colour: palettes[mode], series: charts[mode] };
}
