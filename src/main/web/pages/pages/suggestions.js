import query from '../../../resources/pages/suggestions.graphql';

const PAUSE = 150;
const SHORTEST = 2;

async function found(address, text) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data } = await response.json();
  return data?.search.nodes ?? [];
}

function option(node, index, choose) {
  const item = document.createElement('li');
  item.id = `suggestion-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.textContent = node.label;
  item.dataset.path = node.path;
  item.addEventListener('mousedown', (event) => {
    event.preventDefault();
    choose(item);
  });
  return item;
}

/**
 * Offers pages while somebody types in the search box: a combobox as ARIA's authoring practices have it, in which arrows choose,
 * Enter goes and Escape closes.
 */
export function suggestWhileTyping(form) {
  const input = form?.querySelector('input[type="search"]');
  if (!input) {
    return;
  }
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.hidden = true;
  form.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  })) {
    input.setAttribute(name, value);
  }
  const root = form.getAttribute('action').replace(/recherche$/, '');
  let timer;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (item) => location.assign(root + item.dataset.path.slice(1));
  const mark = (index) => {
    const items = [...list.children];
    chosen = (index + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === chosen)));
    input.setAttribute('aria-activedescendant', items[chosen].id);
  };
  const suggest = async () => {
    const text = input.value.trim();
    const nodes = text.length < SHORTEST ? [] : await found(form.dataset.search, text).catch(() => []);
    if (text !== input.value.trim()) {
      return;
    }
    close();
    list.replaceChildren(...nodes.map((node, index) => option(node, index, choose)));
    list.hidden = nodes.length === 0;
    input.setAttribute('aria-expanded', String(nodes.length > 0));
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    } else if (!list.hidden && event.key === 'ArrowDown') {
      event.preventDefault();
      mark(chosen + 1);
    } else if (!list.hidden && event.key === 'ArrowUp') {
      event.preventDefault();
      mark(chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      choose(list.children[chosen]);
    }
  });
}
