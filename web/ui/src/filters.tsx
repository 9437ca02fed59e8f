import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from './icons';

interface SearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** Asks once the reader stops typing; the slash key leads here. */
export function SearchField({ label, value, onChange }: SearchProps) {
  const [text, setText] = useState(value);
  const told = useRef(onChange);
  told.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return;
    }
    const timer = setTimeout(() => told.current(text), 250);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <div className="toolbar-search" data-search>
      <Input
        allowClear
        value={text}
        prefix={<SearchIcon size={16} />}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

interface ChipsProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

/** One of a few; pressed again, it lets go. */
export function Chips({ label, value, options, onChange }: ChipsProps) {
  return (
    <fieldset className="chips chips-group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="chip"
          aria-pressed={value === option.value}
          onClick={() => onChange(value === option.value ? null : option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
