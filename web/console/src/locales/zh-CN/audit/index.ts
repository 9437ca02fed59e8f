import { gathered } from '../../gathered';

/** The words of the audit trail come with the first page that shows it. */
export default gathered(import.meta.glob('./*.json', { eager: true, import: 'default' }));
