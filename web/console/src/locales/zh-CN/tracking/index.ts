import { gathered } from '../../gathered';

/** The words of the pages about tracking come with the first of them. */
export default gathered(import.meta.glob('./*.json', { eager: true, import: 'default' }));
