import { useMutation } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { ProblemNote } from '@tilth/ui';
import { Button, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Piece } from './values';

const MOST = 9;
const EMPTY = { picture: null, title: null, description: null, url: null, appId: null, page: null };

interface Props {
  value?: Piece[];
  onChange?: (pieces: Piece[]) => void;
}

/** What a welcome carries besides its text; each arrives as a message of its own. */
export function PiecesField({ value: pieces = [], onChange }: Props) {
  const { t } = useTranslation();
  const upload = useMutation({ mutationFn: uploaded });
  const add = (piece: Piece) => onChange?.([...pieces, piece]);
  const change = (index: number, piece: Piece) => onChange?.(pieces.map((one, at) => (at === index ? piece : one)));
  const send = (file: File, done: (id: string) => void) => {
    upload.mutate(file, { onSuccess: ({ id }) => done(id) });
    return false;
  };
  return (
    <div className="pieces">
      {pieces.map((piece, index) => (
        <div className="piece" key={index}>
          <PieceFields piece={piece} onChange={(next) => change(index, next)} onFile={send} />
          <Button type="text" onClick={() => onChange?.(pieces.filter((_, at) => at !== index))}>
            {t('channelCodes.pieceRemove')}
          </Button>
        </div>
      ))}
      {upload.error ? <ProblemNote problem={problemOf(upload.error)} /> : null}
      {pieces.length < MOST ? (
        <div className="piece-add">
          <Upload
            accept="image/png,image/jpeg"
            showUploadList={false}
            beforeUpload={(file) => send(file, (id) => add({ ...EMPTY, kind: 'PICTURE', picture: id }))}
          >
            <Button loading={upload.isPending}>{t('channelCodes.pieceAdd.PICTURE')}</Button>
          </Upload>
          <Button onClick={() => add({ ...EMPTY, kind: 'LINK', title: '', url: '' })}>
            {t('channelCodes.pieceAdd.LINK')}
          </Button>
          <Button onClick={() => add({ ...EMPTY, kind: 'MINI_PROGRAM', title: '', appId: '', page: '' })}>
            {t('channelCodes.pieceAdd.MINI_PROGRAM')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface FieldsProps {
  piece: Piece;
  onChange: (piece: Piece) => void;
  onFile: (file: File, done: (id: string) => void) => boolean;
}

function PieceFields({ piece, onChange, onFile }: FieldsProps) {
  const { t } = useTranslation();
  const text = (name: 'title' | 'description' | 'url' | 'appId' | 'page', most: number) => (
    <Input
      aria-label={t(`channelCodes.piece.${name}`)}
      placeholder={t(`channelCodes.piece.${name}`)}
      maxLength={most}
      value={piece[name] ?? ''}
      onChange={(event) => onChange({ ...piece, [name]: event.target.value })}
    />
  );
  if (piece.kind === 'PICTURE') {
    return <Picture id={piece.picture} />;
  }
  if (piece.kind === 'LINK') {
    return (
      <div className="piece-fields">
        {text('title', 60)}
        {text('url', 1000)}
        {text('description', 200)}
      </div>
    );
  }
  return (
    <div className="piece-fields">
      {text('title', 20)}
      {text('appId', 60)}
      {text('page', 500)}
      <Upload
        accept="image/png,image/jpeg"
        showUploadList={false}
        beforeUpload={(file) => onFile(file, (id) => onChange({ ...piece, picture: id }))}
      >
        {piece.picture ? <Picture id={piece.picture} /> : <Button>{t('channelCodes.piece.cover')}</Button>}
      </Upload>
    </div>
  );
}

function Picture({ id }: { id: string | null }) {
  const { t } = useTranslation();
  return id ? (
    <img className="piece-picture" src={`/api/v1/welcome-pictures/${id}`} alt={t('channelCodes.pieceAdd.PICTURE')} />
  ) : null;
}

function uploaded(file: File): Promise<{ id: string }> {
  return ask(
    api.POST('/api/v1/welcome-pictures', {
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );
}
