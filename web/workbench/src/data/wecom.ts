import { api, ask } from '@tilth/api';

/** What we use of the script by which a page speaks with WeCom's client. */
interface Sdk {
  register(options: {
    corpId: string;
    agentId: number;
    jsApiList: string[];
    getConfigSignature: (url: string) => Promise<Signature>;
    getAgentConfigSignature: (url: string) => Promise<Signature>;
  }): void;
  getCurExternalContact(): Promise<{ userId: string }>;
  sendChatMessage(message: object): Promise<unknown>;
  openEnterpriseChat(chat: object): Promise<unknown>;
}

interface Signature {
  timestamp: number;
  nonceStr: string;
  signature: string;
}

export interface Card {
  link: string;
  title: string;
  desc: string;
  imgUrl: string | null;
}

const CALLS = ['getCurExternalContact', 'sendChatMessage', 'openEnterpriseChat'];
let loading: Promise<Sdk> | null = null;

/** The client answers only inside WeCom, and only when the page is signed. */
function sdk(): Promise<Sdk> {
  loading ??= load().catch((failure) => {
    loading = null;
    throw failure;
  });
  return loading;
}

async function load(): Promise<Sdk> {
  const first = await signed(location.href);
  await fetchScript(first.scriptUrl);
  const ww = (window as unknown as { ww?: Sdk }).ww;
  if (!ww) {
    throw new Error('no script');
  }
  const sign = (part: 'signature' | 'agentSignature') => async (url: string) => {
    const { timestamp, nonceStr, ...given } = await signed(url);
    return { timestamp, nonceStr, signature: given[part] };
  };
  ww.register({
    corpId: first.corpId,
    agentId: first.agentId,
    jsApiList: CALLS,
    getConfigSignature: sign('signature'),
    getAgentConfigSignature: sign('agentSignature'),
  });
  return ww;
}

/** The part of an address behind # is the page's own affair. */
function signed(url: string) {
  return ask(api.GET('/api/v1/wecom/jssdk', { params: { query: { url: url.split('#')[0] ?? url } } }));
}

function fetchScript(address: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done();
    script.onerror = () => failed(new Error('no script'));
    document.head.append(script);
  });
}

/** With whom the member talks, as their company calls the customer. */
export async function currentCustomer(): Promise<string> {
  return (await (await sdk()).getCurExternalContact()).userId;
}

/**
 * Resolves only when WeCom says that it was sent. The page stays in front: what closes it on the way into the chat would
 * keep it from telling the server.
 */
export async function sendLink(card: Card): Promise<void> {
  await (await sdk()).sendChatMessage({
    msgtype: 'news',
    enterChat: false,
    news: { ...card, imgUrl: card.imgUrl ?? '' },
  });
}

export async function sendText(content: string): Promise<void> {
  await (await sdk()).sendChatMessage({ msgtype: 'text', enterChat: false, text: { content } });
}

export async function openChat(externalUserId: string): Promise<void> {
  await (await sdk()).openEnterpriseChat({ externalUserIds: [externalUserId], userIds: [], groupName: '' });
}

/** Web views of phones know the old way everywhere, the new one only sometimes; it has to happen within the tap. */
export function copy(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
  }
}
