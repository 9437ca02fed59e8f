import type { Pages } from '@tilth/api';
import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overlayOpen } from './layout';
import { Failed, Skeleton } from './problems';

interface Order {
  by: string;
  way: 'ascending' | 'descending';
}

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** What the server calls this order, and the one way it runs; a column without one cannot be sorted. */
  sort?: Order;
  width?: number;
  end?: boolean;
  /** Not on a phone. */
  spare?: boolean;
}

interface Props<T> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: Column<T>[];
  pages: Pages<T>;
  rowKey: (row: T) => string;
  empty: ReactNode;
  onOpen?: (row: T) => void;
  openKey?: string;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  sort?: string;
  onSort?: (sort: string) => void;
}

/**
 * The list of the console: sticky head, rows that open, keys. j and k walk, Enter opens, x marks, / searches.
 * On a phone each row folds into a card.
 */
export function DataTable<T>(props: Props<T>) {
  const { t } = useTranslation();
  const { pages, rowKey, columns, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  useTableKeys(body, pages.rows.length, active, setActive);

  if (pages.problem && pages.rows.length === 0) {
    return <Failed problem={pages.problem} retry={pages.retry} />;
  }
  if (pages.loading) {
    return <Skeleton lines={8} />;
  }
  if (pages.rows.length === 0) {
    return <>{props.empty}</>;
  }
  const toggle = (row: T) => props.onSelect?.(toggled(props.selected, rowKey(row)));
  const onKeyDown = (event: KeyboardEvent, row: T) => {
    if (event.target === event.currentTarget && event.key === 'Enter') {
      onOpen?.(row);
    } else if (event.key === 'x' && !event.ctrlKey && !event.metaKey && props.onSelect) {
      toggle(row);
    }
  };
  return (
    <div className="table-frame">
      <table className={onOpen ? 'table table-opens' : 'table'} aria-label={props.label}>
        <Head {...props} />
        <tbody ref={body}>
          {pages.rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              tabIndex={index === Math.min(active, pages.rows.length - 1) ? 0 : -1}
              aria-selected={props.onSelect ? (props.selected?.has(rowKey(row)) ?? false) : undefined}
              data-open={props.openKey === rowKey(row) || undefined}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => onKeyDown(event, row)}
              onClick={(event) => !onControl(event) && onOpen?.(row)}
            >
              {props.onSelect ? (
                <td className="table-check">
                  <Checkbox
                    checked={props.selected?.has(rowKey(row)) ?? false}
                    onChange={() => toggle(row)}
                    aria-label={t('ui.selectRow')}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.title}
                  className={cellClass(column)}
                  style={column.width ? { width: column.width } : undefined}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More pages={pages} />
    </div>
  );
}

function Head<T>({ columns, onSelect, selected, pages, rowKey, sort, onSort }: Props<T>) {
  const { t } = useTranslation();
  const all = pages.rows.map(rowKey);
  const every = all.length > 0 && all.every((key) => selected?.has(key));
  return (
    <thead>
      <tr>
        {onSelect ? (
          <th className="table-check" scope="col">
            <Checkbox
              checked={every}
              indeterminate={!every && (selected?.size ?? 0) > 0}
              onChange={() => onSelect(every ? new Set() : new Set(all))}
              aria-label={t('ui.selectAll')}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={cellClass(column)}
            aria-sort={ariaSort(column.sort, sort)}
            style={column.width ? { width: column.width } : undefined}
          >
            {column.sort && onSort ? (
              <button type="button" className="table-sort" onClick={() => onSort(column.sort?.by ?? '')}>
                {column.title}
                <span aria-hidden="true">{arrow(column.sort, sort)}</span>
              </button>
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function More<T>({ pages }: { pages: Pages<T> }) {
  const { t } = useTranslation();
  if (!pages.hasMore) {
    return (
      <p className="table-end quiet small">
        {t('ui.allShown', { count: pages.rows.length })}{' '}
        <span className="table-keys">
          <kbd>?</kbd> {t('ui.keysHint')}
        </span>
      </p>
    );
  }
  return (
    <div className="table-end">
      <Button loading={pages.loadingMore} onClick={pages.loadMore}>
        {t('ui.loadMore', { count: pages.rows.length })}
      </Button>
    </div>
  );
}

function useTableKeys(
  body: { current: HTMLTableSectionElement | null },
  count: number,
  active: number,
  setActive: (index: number) => void,
) {
  const go = useCallback(
    (index: number) => {
      const row = body.current?.rows[index];
      if (row) {
        setActive(index);
        row.focus();
        row.scrollIntoView?.({ block: 'nearest' });
      }
    },
    [body, setActive],
  );
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || overlayOpen()) {
        return;
      }
      const inTable = body.current?.contains(document.activeElement) ?? false;
      if (event.key === 'j') {
        go(inTable ? Math.min(active + 1, count - 1) : active);
      } else if (event.key === 'k') {
        go(inTable ? Math.max(active - 1, 0) : active);
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]');
        if (search) {
          event.preventDefault();
          search.focus();
        }
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active, count, go, body]);
}

/** A key pressed in a field is text. */
export function typing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return element?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') != null;
}

function onControl(event: MouseEvent): boolean {
  const element = event.target as HTMLElement;
  if (window.getSelection()?.toString()) {
    return true;
  }
  return element.closest('button, a, input, label, .ant-checkbox-wrapper') !== null;
}

function toggled(selected: ReadonlySet<string> | undefined, key: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}

function ariaSort(order: Order | undefined, sort: string | undefined) {
  return order && (sort === order.by ? order.way : 'none');
}

function arrow(order: Order, sort: string | undefined): string {
  return sort !== order.by ? '' : order.way === 'ascending' ? ' ↑' : ' ↓';
}

function cellClass<T>(column: Column<T>): string | undefined {
  return [column.end ? 'table-number' : '', column.spare ? 'table-spare' : ''].filter(Boolean).join(' ') || undefined;
}
