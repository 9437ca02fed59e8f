import { gathered } from '../../gathered';

/** The words of the pages around content come with the first of them. */
export default gathered(import.meta.glob('./*.json', { eager: true, import: 'default' }));
