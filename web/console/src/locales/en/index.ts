import antd from 'antd/es/locale/en_US';
import { gathered } from '../gathered';

export default { texts: gathered(import.meta.glob('./*.json', { eager: true, import: 'default' })), antd };
