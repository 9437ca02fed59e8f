import type { WeCom as Phone, Task } from '../app/api';
import { useText } from '../app/text';
import { shortMoment } from '../app/time';
import { Bubble } from '../device/Bubble';
import { useDeeds } from '../device/deeds';
import { useNow } from '../device/now';
import { Nothing, Screen } from '../device/Screen';
import type { Own } from './screens';

/** What the company prepared and only the member can send. */
export function Tasks({ phone, own }: { phone: Phone; own: Own }) {
  const { say } = useText();
  return (
    <Screen title={say('tasks')} onBack={own.stack.pop} ground="chat">
      {phone.tasks.length === 0 && <Nothing icon="horn">{say('tasks.none')}</Nothing>}
      <ol className="tasks">
        {phone.tasks.map((task) => (
          <One key={`${task.kind} ${task.id}`} task={task} own={own} />
        ))}
      </ol>
    </Screen>
  );
}

function One({ task, own }: { task: Task; own: Own }) {
  const { say, language } = useText();
  const { act } = useDeeds();
  const now = useNow();
  const path = `${own.root}/tasks/${encodeURIComponent(task.id)}`;
  return (
    <li className="task">
      <header>
        <h3>{say(`task.${task.kind}`)}</h3>
        <time dateTime={task.at}>{shortMoment(task.at, now, language)}</time>
      </header>
      <p className="task-to">{say(`task.${task.kind}.to`, { count: task.receivers })}</p>
      <div className="task-parts">
        {task.parts.map((part) => (
          <Bubble key={part.id} message={part} openLink={(url) => own.stack.push({ at: 'web', url })} />
        ))}
      </div>
      {task.state === 'WAITING' ? (
        <div className="card-presses">
          <button type="button" className="press" onClick={() => act(`${path}/decline`)}>
            {say('task.decline')}
          </button>
          <button type="button" className="press press-main" onClick={() => act(`${path}/confirm`)}>
            {say(task.kind === 'MOMENT' ? 'task.publish' : 'task.send', { count: task.receivers })}
          </button>
        </div>
      ) : (
        <p className="closed">{say(`task.${task.state}`)}</p>
      )}
    </li>
  );
}
