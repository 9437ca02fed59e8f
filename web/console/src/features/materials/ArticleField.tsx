import { problemOf } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { Highlight } from '@tiptap/extension-highlight';
import { Image } from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleTools } from './ArticleTools';
import { Alignment } from './alignment';
import { cleaned } from './paste';
import { upload } from './upload';

interface Props {
  value: string;
  disabled: boolean;
  onChange: (html: string) => void;
}

/** The editor offers what the server keeps, and no more: what is pasted from elsewhere becomes that. */
export function ArticleField({ value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const told = useRef(value);
  const insert = async (editor: Editor, files: File[]) => {
    for (const file of files) {
      const done = message.loading(t('materials.uploading'), 0);
      try {
        const { url } = await upload(file);
        editor.chain().focus().setImage({ src: url }).run();
      } catch (error) {
        void message.error(problemText(problemOf(error), t));
      } finally {
        done();
      }
    }
  };
  const editor = useEditor({
    injectCSS: false, // the page's policy lets no script bring styles along
    immediatelyRender: true,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        link: { openOnClick: false, defaultProtocol: 'https' },
      }),
      Image,
      Highlight,
      TableKit.configure({ table: { resizable: false } }),
      Alignment,
    ],
    content: value,
    editable: !disabled,
    editorProps: {
      attributes: { class: 'article', role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('materials.text') },
      handlePaste: (_, event) => take(event.clipboardData, event.clipboardData?.getData('text/html') !== ''),
      handleDrop: (_, event) => take(event.dataTransfer, false),
      transformPastedHTML: (html) => {
        const { kept, pictures, lost } = cleaned(html);
        if (pictures.length > 0) {
          queueMicrotask(() => void insert(editor, pictures));
        }
        if (lost > 0) {
          void message.warning(t('materials.picturesLost', { count: lost }));
        }
        return kept;
      },
    },
    onUpdate: ({ editor: one }) => {
      told.current = one.isEmpty ? '' : one.getHTML();
      onChange(told.current);
    },
  });
  const take = (data: DataTransfer | null, hasText: boolean) => {
    const pictures = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (hasText || pictures.length === 0) {
      return false;
    }
    void insert(editor, pictures);
    return true;
  };
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      editor.commands.setContent(value, { emitUpdate: false });
    }
  }, [editor, value]);
  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);
  return (
    <div className="article-field">
      {disabled ? null : <ArticleTools editor={editor} onPictures={(files) => void insert(editor, files)} />}
      <EditorContent editor={editor} />
    </div>
  );
}
