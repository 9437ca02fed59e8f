import 'dayjs/locale/zh-cn';
import antd from 'antd/es/locale/zh_CN';
import { gathered } from '../gathered';

export default { texts: gathered(import.meta.glob('./*.json', { eager: true, import: 'default' })), antd };
