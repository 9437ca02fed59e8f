import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Filters that stand in the toolbar where there is room; on a phone they wait behind one button. */
export function FilterSheet({ used, children }: { used: number; children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="filters-open" aria-expanded={open} onClick={() => setOpen(true)}>
        {used > 0 ? t('ui.filtersUsed', { count: used }) : t('ui.filters')}
      </Button>
      {open ? (
        <button type="button" className="filters-veil" aria-label={t('ui.close')} onClick={() => setOpen(false)} />
      ) : null}
      <div className="filters" data-open={open || undefined}>
        {children}
        <Button type="primary" className="filters-done" onClick={() => setOpen(false)}>
          {t('ui.filtersDone')}
        </Button>
      </div>
    </>
  );
}
