import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type MaterialFolder, problemOf } from '@tilth/api';
import { Confirm, Failed, ProblemForm, problemText, Section, SidePanel, Skeleton } from '@tilth/ui';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldersQuery } from './queries';

/** Folders are for finding things again: made, renamed and removed here; their materials stay. */
export function FoldersPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const folders = useQuery(foldersQuery);
  const [form] = Form.useForm<{ name: string }>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['material'] });
  return (
    <SidePanel title={t('materials.folders')} subtitle={t('materials.foldersLede')} onClose={onClose}>
      <Section title={t('materials.newFolder')}>
        <ProblemForm<{ name: string }>
          name="material-folder"
          form={form}
          submit={t('materials.addFolder')}
          onSubmit={async ({ name }) => {
            await ask(api.POST('/api/v1/material-folders', { body: { name: name.trim() } }));
            form.resetFields();
            await refresh();
          }}
        >
          <Form.Item
            name="name"
            label={t('materials.folderName')}
            rules={[{ required: true, whitespace: true, message: t('materials.folderNameMissing') }]}
          >
            <Input maxLength={30} placeholder={t('materials.folderExample')} />
          </Form.Item>
        </ProblemForm>
      </Section>
      <Section title={t('materials.folders')}>
        {folders.data ? (
          <ul className="rows rows-plain">
            {folders.data.map((folder) => (
              <FolderRow key={folder.id} folder={folder} onDone={refresh} />
            ))}
          </ul>
        ) : folders.error ? (
          <Failed problem={problemOf(folders.error)} retry={() => void folders.refetch()} />
        ) : (
          <Skeleton lines={3} />
        )}
      </Section>
    </SidePanel>
  );
}

function FolderRow({ folder, onDone }: { folder: MaterialFolder; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(folder.name);
  const rename = async () => {
    const wanted = name.trim();
    if (!wanted || wanted === folder.name) {
      setName(folder.name);
      return;
    }
    try {
      const body = { name: wanted, version: folder.version };
      await ask(api.PUT('/api/v1/material-folders/{id}', { params: { path: { id: folder.id } }, body }));
    } catch (error) {
      setName(folder.name);
      void message.error(problemText(problemOf(error), t));
    }
    await onDone();
  };
  return (
    <li>
      <Input
        aria-label={t('materials.folderName')}
        maxLength={30}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void rename()}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
      <Button onClick={() => setAsking(true)}>{t('materials.removeFolder')}</Button>
      <Confirm
        open={asking}
        title={t('materials.removeFolderAsk', { name: folder.name })}
        confirm={t('materials.removeFolder')}
        onConfirm={async () => {
          await ask(api.DELETE('/api/v1/material-folders/{id}', { params: { path: { id: folder.id } } }));
          await onDone();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('materials.removeFolderConsequence')}</p>
      </Confirm>
    </li>
  );
}
