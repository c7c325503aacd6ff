import { explore } from './graph/explorer.js';

document.querySelectorAll('[data-graph]').forEach(explore);
