import type { PreviewedShop } from '@tilth/api';
import { Tag } from '@tilth/ui';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  shops: PreviewedShop[];
  /** Codes whose own edits go. */
  ticked?: ReadonlySet<string>;
  onTick?: (ticked: ReadonlySet<string>) => void;
}

const FIRST = 10;

/** Shops one under the other: what becomes of the code, or why there is none. */
export function PreviewedShops({ shops, ticked, onTick }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? shops : shops.slice(0, FIRST);
  const toggle = (code: string) => {
    const next = new Set(ticked);
    if (!next.delete(code)) {
      next.add(code);
    }
    onTick?.(next);
  };
  return (
    <>
      <ul className="rows rows-plain">
        {shown.map((shop) => (
          <li key={`${shop.codeId ?? ''}${shop.shop}${shop.name}`}>
            <div className="plan-shop">
              {onTick && shop.codeId ? (
                <Checkbox checked={ticked?.has(shop.codeId) ?? false} onChange={() => toggle(shop.codeId as string)}>
                  {t('codePlans.overwrite')}
                </Checkbox>
              ) : null}
              <div>
                <p>{shop.name || shop.shop || t('codePlans.closedShop')}</p>
                <p className="quiet small">
                  {[shop.shop, shop.city, shop.guides > 0 ? t('codePlans.guides', { count: shop.guides }) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <span className="plan-tags">
                {shop.own.map((part) => (
                  <Tag key={part} tone="clay">
                    {t('codePlans.ownPart', { part: t(`codePlans.part.${part}`) })}
                  </Tag>
                ))}
                <Tag tone={shop.fate.startsWith('NO_') ? 'red' : 'quiet'}>{t(`codePlans.fate.${shop.fate}`)}</Tag>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {shops.length > shown.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          {t('codePlans.showAll', { count: shops.length })}
        </Button>
      ) : null}
    </>
  );
}
