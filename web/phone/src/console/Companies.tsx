import { type FormEvent, useState } from 'react';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Nothing } from '../device/Screen';
import type { AppState, Company } from './types';

/** The companies with their apps: what on the real platform stands in each company's admin console. */
export function Companies() {
  const { say } = useText();
  const { data } = useLive<Company[]>('/console/companies');
  return (
    <>
      <p className="drawer-lead">{say('companies.lead')}</p>
      {data?.length === 0 && <Nothing icon="grid">{say('companies.none')}</Nothing>}
      {data?.map((company) => (
        <section key={company.id} className="company-box">
          <h3>{company.name}</h3>
          <p className="quiet">
            <code>{company.id}</code> · {say('companies.members', { count: company.members })} ·{' '}
            {say('companies.customers', { count: company.customers })}
          </p>
          {company.apps.map((app) => (
            <AppBox key={app.agent} company={company} app={app} />
          ))}
        </section>
      ))}
    </>
  );
}

function AppBox({ company, app }: { company: Company; app: AppState }) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  const state = app.callback === null ? 'none' : app.failed > 0 ? 'bad' : 'good';
  return (
    <article className="app-box">
      <header>
        <h4>{app.name}</h4>
        <span className={`state state-${state}`}>
          {say(`companies.callback.${state}`, { count: app.failed, sent: app.sent })}
        </span>
      </header>
      <dl className="facts">
        <Copied name="AgentID" value={String(app.agent)} />
        <Copied name="Secret" value={app.secret} />
        {app.callback && <Copied name={say('companies.url')} value={app.callback.url} />}
      </dl>
      <button type="button" className="press" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
        {say('companies.set')}
      </button>
      {open && <Settings path={`/console/apps/${company.id}/${app.agent}`} app={app} done={() => setOpen(false)} />}
    </article>
  );
}

function Copied({ name, value }: { name: string; value: string }) {
  const { say } = useText();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>{' '}
        <button type="button" className="quiet-link" onClick={copy} aria-label={say('copy.what', { name })}>
          {say(done ? 'copied' : 'copy')}
        </button>
      </dd>
    </div>
  );
}

function Settings({ path, app, done }: { path: string; app: AppState; done: () => void }) {
  const { say } = useText();
  const { act, tell } = useDeeds();
  const callback = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if ((await act(`${path}/callback`, read(event.currentTarget))) !== null) {
      tell(say('companies.verified'));
      done();
    }
  };
  const pages = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if ((await act(`${path}/pages`, read(event.currentTarget))) !== null) {
      tell(say('saved'));
      done();
    }
  };
  return (
    <>
      <form className="stacked" onSubmit={callback}>
        <h5>{say('companies.receive')}</h5>
        <Field name="url" label={say('companies.url')} value={app.callback?.url ?? ''} />
        <Field name="token" label="Token" value={app.callback?.token ?? ''} />
        <Field name="aesKey" label="EncodingAESKey" value={app.callback?.aesKey ?? ''} />
        <button type="submit" className="send">
          {say('companies.verify')}
        </button>
      </form>
      <form className="stacked" onSubmit={pages}>
        <h5>{say('companies.pages')}</h5>
        <Field name="domain" label={say('companies.domain')} value={app.domain} />
        <Field name="home" label={say('companies.home')} value={app.home} />
        <Field name="sidebar" label={say('companies.sidebar')} value={app.sidebar} />
        <button type="submit" className="send">
          {say('save')}
        </button>
      </form>
    </>
  );
}

function Field({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} autoComplete="off" spellCheck={false} />
    </label>
  );
}

function read(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}
