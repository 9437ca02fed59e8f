import type { Trade } from '@tilth/api';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** What a company can do for a living. Selling Tilth itself is the house's own trade and is not offered. */
const TRADES: Trade[] = [
  'RETAIL',
  'HOME',
  'EDUCATION',
  'MEDICAL_BEAUTY',
  'B2B_SAAS',
  'LIQUOR',
  'CATERING',
  'PROPERTY',
  'OTHER',
];

interface Props {
  id?: string;
  value?: Trade;
  onChange?: (trade: Trade) => void;
}

export function TradeSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const offered = value && !TRADES.includes(value) ? [...TRADES, value] : TRADES;
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('trade.choose')}
      options={offered.map((trade) => ({ value: trade, label: t(`trade.name.${trade}`) }))}
      value={value ?? null}
      onChange={(trade) => trade && onChange?.(trade)}
    />
  );
}
