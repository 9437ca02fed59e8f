import { type Editor, useEditorState } from '@tiptap/react';
import { Button, Dropdown, Input, Modal, Tooltip } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  editor: Editor;
  onPictures: (files: File[]) => void;
}

interface Tool {
  key: string;
  face: ReactNode;
  on?: boolean;
  run: () => void;
}

const SAFE = 'https:';

/** What the cursor stands in shows pressed. */
export function ArticleTools({ editor, onPictures }: Props) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [linking, setLinking] = useState<string | null>(null);
  const groups = useTools(editor, {
    picture: () => file.current?.click(),
    link: () => setLinking(editor.getAttributes('link').href ?? ''),
  });
  const link = () => {
    const address = (linking ?? '').trim();
    const chain = editor.chain().focus().extendMarkRange('link');
    if (address) {
      chain.setLink({ href: /^(https?:|tel:)/i.test(address) ? address : `${SAFE}//${address}` }).run();
    } else {
      chain.unsetLink().run();
    }
    setLinking(null);
  };
  return (
    <div className="article-tools" role="toolbar" aria-label={t('materials.tools')}>
      {groups.map((group, index) => (
        <span key={index} className="article-group">
          {group.map((tool) => (
            <Tooltip key={tool.key} title={t(`materials.tool.${tool.key}`)} mouseEnterDelay={0.4}>
              <button
                type="button"
                className="article-tool"
                aria-label={t(`materials.tool.${tool.key}`)}
                aria-pressed={tool.on ?? false}
                onMouseDown={(event) => event.preventDefault()}
                onClick={tool.run}
              >
                {tool.face}
              </button>
            </Tooltip>
          ))}
        </span>
      ))}
      <TableTools editor={editor} />
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept="image/*"
        onChange={(event) => {
          onPictures([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Modal
        open={linking !== null}
        title={t('materials.tool.link')}
        okText={t('materials.linkSet')}
        onOk={link}
        onCancel={() => setLinking(null)}
        width={420}
        destroyOnHidden
      >
        <Input
          autoFocus
          aria-label={t('materials.linkTo')}
          placeholder={t('materials.targetExample')}
          value={linking ?? ''}
          onChange={(event) => setLinking(event.target.value)}
          onPressEnter={link}
        />
        <p className="quiet small">{t('materials.linkHelp')}</p>
      </Modal>
    </div>
  );
}

function useTools(editor: Editor, ask: { picture: () => void; link: () => void }): Tool[][] {
  const on = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      h2: one.isActive('heading', { level: 2 }),
      h3: one.isActive('heading', { level: 3 }),
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      underline: one.isActive('underline'),
      highlight: one.isActive('highlight'),
      center: one.isActive({ align: 'center' }),
      right: one.isActive({ align: 'right' }),
      bullets: one.isActive('bulletList'),
      numbers: one.isActive('orderedList'),
      quote: one.isActive('blockquote'),
      link: one.isActive('link'),
    }),
  });
  const go = () => editor.chain().focus();
  const align = (where: 'center' | 'right', now: boolean) => () =>
    go()
      .align(now ? null : where)
      .run();
  return [
    [
      { key: 'h2', face: 'H1', on: on.h2, run: () => go().toggleHeading({ level: 2 }).run() },
      { key: 'h3', face: 'H2', on: on.h3, run: () => go().toggleHeading({ level: 3 }).run() },
    ],
    [
      { key: 'bold', face: <b>B</b>, on: on.bold, run: () => go().toggleBold().run() },
      { key: 'italic', face: <i>I</i>, on: on.italic, run: () => go().toggleItalic().run() },
      { key: 'underline', face: <u>U</u>, on: on.underline, run: () => go().toggleUnderline().run() },
      { key: 'highlight', face: <mark>A</mark>, on: on.highlight, run: () => go().toggleHighlight().run() },
    ],
    [
      { key: 'center', face: <Lines d="M3 5h14M6 10h8M4 15h12" />, on: on.center, run: align('center', on.center) },
      { key: 'right', face: <Lines d="M3 5h14M9 10h8M6 15h11" />, on: on.right, run: align('right', on.right) },
      {
        key: 'bullets',
        face: <Lines d="M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01" />,
        on: on.bullets,
        run: () => go().toggleBulletList().run(),
      },
      { key: 'numbers', face: '1.', on: on.numbers, run: () => go().toggleOrderedList().run() },
      { key: 'quote', face: '“', on: on.quote, run: () => go().toggleBlockquote().run() },
    ],
    [
      {
        key: 'picture',
        face: <Lines d="M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 8h.01" />,
        run: ask.picture,
      },
      {
        key: 'link',
        face: <Lines d="M8 12l4-4M9 6l1-1a3.500 3.500 0 0 1 5 5l-1 1M11 14l-1 1a3.500 3.500 0 0 1-5-5l1-1" />,
        on: on.link,
        run: ask.link,
      },
      { key: 'rule', face: <Lines d="M3 10h14" />, run: () => go().setHorizontalRule().run() },
    ],
    [
      { key: 'undo', face: <Lines d="M7 5 3 9l4 4M3 9h9a4 4 0 0 1 0 8H9" />, run: () => go().undo().run() },
      { key: 'redo', face: <Lines d="m13 5 4 4-4 4M17 9H8a4 4 0 0 0 0 8h3" />, run: () => go().redo().run() },
    ],
  ];
}

function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const inside = useEditorState({ editor, selector: ({ editor: one }) => one.isActive('table') });
  const go = () => editor.chain().focus();
  const deeds: Record<string, () => void> = {
    tableNew: () => go().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    rowAfter: () => go().addRowAfter().run(),
    columnAfter: () => go().addColumnAfter().run(),
    rowRemove: () => go().deleteRow().run(),
    columnRemove: () => go().deleteColumn().run(),
    tableRemove: () => go().deleteTable().run(),
  };
  const keys = inside ? Object.keys(deeds).slice(1) : ['tableNew'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: keys.map((key) => ({ key, label: t(`materials.tool.${key}`) })),
        onClick: ({ key }) => deeds[key]?.(),
      }}
    >
      <Button type="text" size="small" className="article-table" onMouseDown={(event) => event.preventDefault()}>
        {t('materials.tool.table')}
      </Button>
    </Dropdown>
  );
}

function Lines({ d }: { d: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.500"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}
