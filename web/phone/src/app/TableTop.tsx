import { useState } from 'react';
import { Drawer } from '../console/Drawer';
import { Between } from '../device/Between';
import { Place } from '../device/Place';
import { WeChat } from '../wechat/WeChat';
import { WeCom } from '../wecom/WeCom';
import { Header } from './Header';
import { useLine } from './live';
import { useText } from './text';
import { type Side, useWho } from './who';

/** The table with two phones, and what happens between them. */
export function TableTop() {
  const { say } = useText();
  const line = useLine();
  const [customer, chooseCustomer] = useWho('customer');
  const [member, chooseMember] = useWho('member');
  const [shown, setShown] = useState<Side>('customer');
  const [drawer, setDrawer] = useState(false);
  return (
    <div className="table">
      <Header drawer={drawer} openDrawer={() => setDrawer(true)} />
      {line === 'LOST' && (
        <p className="lost" role="alert">
          {say('line.lost')}
        </p>
      )}
      <fieldset className="switch">
        <legend className="unseen">{say('switch')}</legend>
        {(['customer', 'member'] as const).map((side) => (
          <label key={side}>
            <input type="radio" name="side" checked={shown === side} onChange={() => setShown(side)} />
            <span>{say(`side.${side}`)}</span>
          </label>
        ))}
      </fieldset>
      <main className="desk" data-shown={shown}>
        <Place side="customer" who={customer} choose={chooseCustomer}>
          {customer && <WeChat key={customer} id={customer} />}
        </Place>
        <Between openDrawer={() => setDrawer(true)} />
        <Place side="member" who={member} choose={chooseMember}>
          {member && <WeCom key={member} id={member} />}
        </Place>
      </main>
      {drawer && <Drawer close={() => setDrawer(false)} />}
    </div>
  );
}
