import { offerCopies } from './pages/copies.js';
import { followWithoutReload } from './pages/live.js';
import { suggestWhileTyping } from './pages/suggestions.js';

offerCopies(document);
followWithoutReload(() => offerCopies(document));
suggestWhileTyping(document.querySelector('form[data-search]'));
