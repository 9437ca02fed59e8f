import { gathered } from '../../gathered';

/** The words of the pages that bring people in come with the first of them. */
export default gathered(import.meta.glob('./*.json', { eager: true, import: 'default' }));
