import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleChoicesQuery } from './queries';

export function RoleSelect() {
  const { t } = useTranslation();
  const roles = useQuery(roleChoicesQuery);
  const options = (roles.data ?? []).map((role) => ({
    value: role.id,
    label: role.name,
    explained: role.key ? t(`roles.explained.${role.key}`) : t(`roles.scope.${role.scope}`),
  }));
  return (
    <Form.Item
      name="roleId"
      label={t('accounts.role')}
      rules={[{ required: true, message: t('accounts.roleMissing') }]}
    >
      <Select
        options={options}
        loading={roles.isPending}
        placeholder={t('accounts.rolePlaceholder')}
        optionRender={({ data }) => (
          <>
            <div>{data.label}</div>
            <div className="quiet small wrap">{data.explained}</div>
          </>
        )}
      />
    </Form.Item>
  );
}
