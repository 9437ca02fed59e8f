import { gathered } from '../../gathered';

/** The words of the pages of alerts come with the first of them. */
export default gathered(import.meta.glob('./*.json', { eager: true, import: 'default' }));
