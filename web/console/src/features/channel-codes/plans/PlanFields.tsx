import { useQuery } from '@tanstack/react-query';
import { counted } from '@tilth/ui';
import { DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Block, Greeting, Toggle } from '../CodeFields';
import { ChannelSelect, MembersSelect, StageSelect, TagsSelect } from '../choices';
import { type CodeForm, FormField } from '../forms';
import { allShopsQuery, citiesQuery } from './queries';
import type { PlanScope } from './values';

/** Shop or code, by which people tell one code from another. */
const TELLING = /\{(\u95e8\u5e97|\u7f16\u53f7)\}/;

/** What all codes of the plan have in common. */
export function TemplateFields() {
  const { t } = useTranslation();
  const form = Form.useWatch<CodeForm | undefined>('kind') ?? 'DIRECT';
  return (
    <>
      <Block title={t('channelCodes.basics')}>
        <Form.Item
          name="name"
          label={t('codePlans.name')}
          rules={[{ required: true, whitespace: true, message: t('codePlans.nameMissing') }]}
        >
          <Input maxLength={30} placeholder={t('codePlans.nameExample')} />
        </Form.Item>
        <Form.Item
          name="pattern"
          label={t('codePlans.pattern')}
          extra={t('codePlans.patternHint')}
          rules={[
            { required: true, whitespace: true, message: t('codePlans.patternMissing') },
            {
              validator: (_, text?: string) =>
                !text?.trim() || TELLING.test(text)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('codePlans.patternWithoutShop'))),
            },
          ]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="channelId"
          label={t('channelCodes.channel')}
          extra={t('channelCodes.channelHint')}
          rules={[{ required: true, message: t('channelCodes.channelMissing') }]}
        >
          <ChannelSelect />
        </Form.Item>
        <Toggle name="byCity" of="codePlans" />
        <FormField options={['DIRECT', 'GUIDED']} extra={t('codePlans.formHint')} />
      </Block>
      <Block title={t('channelCodes.routing')} lede={t('codePlans.receiversHint')}>
        <Toggle name="managerSpares" of="codePlans" />
        <Form.Item name="spares" label={t('channelCodes.spares')} extra={t('codePlans.sparesHint')}>
          <MembersSelect known={[]} />
        </Form.Item>
        <Form.Item name="dailyCap" label={t('channelCodes.dailyCap')} extra={t(`channelCodes.dailyCapHintOf.${form}`)}>
          <InputNumber min={1} max={1000} precision={0} placeholder={t('channelCodes.noCap')} />
        </Form.Item>
        <Toggle name="byRest" />
        <Toggle name="balanced" />
        <Toggle name="skipVerify" />
        <Toggle name="exclusive" />
      </Block>
      <Block title={t('channelCodes.after')}>
        <Form.Item name="tags" label={t('channelCodes.tags')}>
          <TagsSelect />
        </Form.Item>
        <Form.Item name="stageId" label={t('channelCodes.stage')} extra={t('channelCodes.stageHint')}>
          <StageSelect />
        </Form.Item>
        <Form.Item name="remark" label={t('channelCodes.remark')} extra={t('channelCodes.remarkHint')}>
          <Input maxLength={60} placeholder={t('channelCodes.remarkExample')} />
        </Form.Item>
      </Block>
      <Block title={t('channelCodes.welcome')} lede={t('channelCodes.welcomeHint')}>
        <Toggle name="greets" />
        <Greeting />
      </Block>
      <Block title={t('channelCodes.end')}>
        <Form.Item name="expiresAt" label={t('channelCodes.expiresAt')} extra={t('channelCodes.expiresHint')}>
          <DatePicker
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            placeholder={t('channelCodes.never')}
            disabledDate={(day) => day.isBefore(dayjs().startOf('day'))}
          />
        </Form.Item>
      </Block>
    </>
  );
}

/** For which shops. */
export function ShopFields() {
  const { t } = useTranslation();
  const scope = Form.useWatch<PlanScope | undefined>('scope');
  return (
    <Block title={t('codePlans.whichShops')} lede={t('codePlans.whichShopsHint')}>
      <Form.Item name="scope">
        <Radio.Group
          className="plan-scopes"
          options={(['ALL', 'CITIES', 'SHOPS'] as const).map((value) => ({
            value,
            label: t(`codePlans.scope.${value}`),
          }))}
        />
      </Form.Item>
      {scope === 'CITIES' ? (
        <Form.Item
          name="cities"
          label={t('codePlans.cities')}
          rules={[{ required: true, message: t('codePlans.citiesMissing') }]}
        >
          <CitiesSelect />
        </Form.Item>
      ) : null}
      {scope === 'SHOPS' ? (
        <Form.Item
          name="shops"
          label={t('codePlans.shops')}
          rules={[{ required: true, message: t('codePlans.shopsMissing') }]}
        >
          <ShopsSelect />
        </Form.Item>
      ) : null}
      <HowMany />
    </Block>
  );
}

interface Many {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

function CitiesSelect(field: Many) {
  const { t } = useTranslation();
  const cities = useQuery(citiesQuery);
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      loading={cities.isPending}
      placeholder={t('codePlans.citiesChoose')}
      options={(cities.data ?? [])
        .filter((one) => one.city)
        .map((one) => ({ value: one.city, label: t('codePlans.cityOf', { city: one.city, count: one.shops }) }))}
    />
  );
}

/** Found by name, code or city; all are fetched, so that those chosen long ago have their names. */
function ShopsSelect(field: Many) {
  const { t } = useTranslation();
  const shops = useQuery(allShopsQuery);
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={shops.isPending}
      placeholder={t('codePlans.shopsChoose')}
      options={(shops.data ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.code, one.city].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** So that nobody has to open the next page to see how large it gets. */
function HowMany() {
  const { t, i18n } = useTranslation();
  const cities = useQuery(citiesQuery);
  const scope = Form.useWatch<PlanScope | undefined>('scope');
  const chosen = Form.useWatch<string[] | undefined>('cities');
  if (!cities.data || scope === 'SHOPS') {
    return null;
  }
  const some = cities.data.filter((one) => scope === 'ALL' || chosen?.includes(one.city));
  const sum = (of: 'shops' | 'ready') =>
    counted(
      some.reduce((all, one) => all + one[of], 0),
      i18n.language,
    );
  return <p className="quiet">{t('codePlans.howMany', { shops: sum('shops'), ready: sum('ready') })}</p>;
}
