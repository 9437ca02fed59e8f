import { ask } from './ask';
import { find } from './find';
import { forms } from './forms';
import { link } from './link';
import { press } from './press';
import { reading } from './reading';
import { Reporter } from './reporter';
import './reach.css';

/** A page without an address for its beats is one that nobody reports on, such as the privacy page. */
const { beacon, hand, stage } = document.body.dataset;

if (hand && hand !== location.pathname + location.search) {
  history.replaceState(null, '', hand); // what is forwarded is this reader's own link
}
if (beacon) {
  const reporter = new Reporter(beacon, shelf());
  reading(reporter);
  link(reporter);
}
ask();
find();
press(stage);
forms();

/** Some web views throw at the mere mention of storage. */
function shelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}
