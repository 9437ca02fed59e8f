import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type View } from '@tilth/api';
import { BookmarkIcon, CloseIcon, ProblemForm, problemText, Tag } from '@tilth/ui';
import { App, Button, Checkbox, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  page: string;
  /** What the list shows now, as it stands in the address. */
  query: string;
  onPick: (query: string) => void;
}

/** Filters worth keeping, one's own or shared with colleagues. */
export function SavedViews({ page, query, onPick }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const queryKey = ['views', page];
  const views = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/api/v1/views', { params: { query: { page } } })),
  });
  const refetch = () => queries.invalidateQueries({ queryKey });
  const remove = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/v1/views/{id}', { params: { path: { id } } })),
    onSuccess: refetch,
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  const save = async ({ name, shared }: { name: string; shared: boolean }) => {
    await ask(api.POST('/api/v1/views', { body: { page, query, name, shared: shared ?? false } }));
    await refetch();
    setOpen(false);
  };
  const list = views.data ?? [];
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="views">
          {list.length === 0 ? <p className="quiet">{t('views.none')}</p> : null}
          <ul>
            {list.map((view) => (
              <ViewRow
                key={view.id}
                view={view}
                onPick={() => {
                  setOpen(false);
                  onPick(view.query);
                }}
                onRemove={() => remove.mutate(view.id)}
              />
            ))}
          </ul>
          {query ? (
            <ProblemForm<{ name: string; shared: boolean }> name="view" submit={t('views.save')} onSubmit={save}>
              <Form.Item
                name="name"
                label={t('views.name')}
                rules={[{ required: true, message: t('views.nameMissing') }]}
              >
                <Input maxLength={30} placeholder={t('views.example')} />
              </Form.Item>
              <Form.Item name="shared" valuePropName="checked" noStyle>
                <Checkbox>{t('views.share')}</Checkbox>
              </Form.Item>
            </ProblemForm>
          ) : (
            <p className="quiet small">{t('views.how')}</p>
          )}
        </div>
      }
    >
      <Button icon={<BookmarkIcon />}>{t('views.title')}</Button>
    </Popover>
  );
}

function ViewRow({ view, onPick, onRemove }: { view: View; onPick: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="view">
      <button type="button" className="link" onClick={onPick}>
        {view.name}
      </button>
      {view.shared ? <Tag>{t('views.shared')}</Tag> : null}
      {view.mine ? (
        <button
          type="button"
          className="icon-button"
          aria-label={t('views.remove', { name: view.name })}
          onClick={onRemove}
        >
          <CloseIcon size={14} />
        </button>
      ) : null}
    </li>
  );
}
