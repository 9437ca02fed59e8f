import type { Session } from '@tilth/api';
import { SearchIcon } from '@tilth/ui';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from './commands';
import { score } from './match';

interface Props {
  session: Session;
  onClose: () => void;
  onHelp: () => void;
}

/** One line that goes anywhere. Arrows choose, Enter goes, Escape leaves. */
export function CommandMenu({ session, onClose, onHelp }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = best(useCommands(session, query, onHelp), query);
  const at = Math.min(chosen, found.length - 1);
  useReturnOfFocus();
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const run = (command: Command | undefined) => {
    if (command) {
      onClose();
      command.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const moves: Record<string, () => void> = {
      ArrowDown: () => setChosen((at + 1) % Math.max(found.length, 1)),
      ArrowUp: () => setChosen((at - 1 + found.length) % Math.max(found.length, 1)),
      Enter: () => run(found[at]),
      Escape: onClose,
      Tab: () => {},
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      move();
    }
  };
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the menu leaves it, Escape does the same
    <div
      className="command-shade"
      role="presentation"
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="command" role="dialog" aria-modal="true" aria-label={t('command.title')}>
        <div className="command-line">
          <SearchIcon />
          <input
            // biome-ignore lint/a11y/noAutofocus: the menu was opened in order to type
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={found[at] ? `${id}-${found[at].id}` : undefined}
            aria-label={t('command.title')}
            placeholder={t('command.placeholder')}
            value={query}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
            }}
          />
        </div>
        <div className="command-list" id={id} role="listbox" aria-label={t('command.title')} ref={list}>
          {found.map((command, index) => (
            <div key={command.id} role="presentation">
              {command.group === found[index - 1]?.group ? null : (
                <div className="command-group" role="presentation">
                  {command.group}
                </div>
              )}
              <CommandRow
                id={`${id}-${command.id}`}
                command={command}
                chosen={index === at}
                onPoint={() => setChosen(index)}
                onRun={() => run(command)}
              />
            </div>
          ))}
        </div>
        {found.length === 0 ? <p className="command-none quiet">{t('command.none', { query })}</p> : null}
      </div>
    </div>,
    document.body,
  );
}

interface RowProps {
  id: string;
  command: Command;
  chosen: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function CommandRow({ id, command, chosen, onPoint, onRun }: RowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the line, which names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the line
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className="command-row"
      onMouseMove={() => !chosen && onPoint()}
      onClick={onRun}
    >
      {command.icon}
      <span className="clip">{command.label}</span>
    </div>
  );
}

function best(commands: Command[], query: string): Command[] {
  const rated = commands
    .map((command) => ({ command, points: score(query, [command.label, ...command.also]) }))
    .filter(({ points }) => points > 0);
  if (query.trim()) {
    rated.sort((one, other) => other.points - one.points);
  }
  return grouped(rated.map(({ command }) => command)).slice(0, 40);
}

/** Keeps each group together, in the order of its best entry. */
function grouped(commands: Command[]): Command[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups.values()].flat();
}

function useReturnOfFocus() {
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    return () => {
      if (before?.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
}
