import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const FIRST = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo', 'UTC'];

interface Props {
  id?: string;
  value?: string;
  onChange?: (zone: string) => void;
}

/** Every zone the browser knows, the likely ones first, each with its distance from UTC. */
export function TimeZoneSelect({ id, value, onChange }: Props) {
  const { i18n } = useTranslation();
  const options = useMemo(() => {
    const known = Intl.supportedValuesOf?.('timeZone') ?? [];
    return [...new Set([...FIRST, ...(value ? [value] : []), ...known])].map((zone) => ({
      value: zone,
      label: `${zone.replaceAll('_', ' ')} · ${offsetOf(zone, i18n.language)}`,
    }));
  }, [value, i18n.language]);
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={value ?? null}
      onChange={(zone) => zone && onChange?.(zone)}
    />
  );
}

function offsetOf(zone: string, language: string): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}
