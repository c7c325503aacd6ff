/** The part of another page that takes the place of this page's. */
async function fetched(address) {
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { title: page.title, main: page.querySelector('main'), footer: page.querySelector('footer') };
}

/** Which details are open, by what they are of, so that a click on a filter closes none. */
function openDetails() {
  return [...document.querySelectorAll('details[data-facet][open]')].map((each) => each.dataset.facet);
}

async function show(address, changed) {
  const open = openDetails();
  const { title, main, footer } = await fetched(address);
  document.querySelector('main').replaceChildren(...main.childNodes);
  document.querySelector('footer').replaceChildren(...footer.childNodes);
  document.title = title;
  for (const details of document.querySelectorAll('details[data-facet]')) {
    details.open ||= open.includes(details.dataset.facet);
  }
  changed();
}

/** The link that took the place of the one that was followed, so that whoever goes by keyboard stays where they are. */
function counterpart(words) {
  return [...document.querySelectorAll('a[data-live]')].find((each) => each.textContent === words);
}

/** Follows links that change one thing of a list without loading the page anew; without it they are links as any other. */
export function followWithoutReload(changed) {
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[data-live]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const words = link.textContent;
    try {
      await show(link.href, changed);
      history.pushState(null, '', link.href);
      (counterpart(words) ?? document.querySelector('main')).focus({ preventScroll: true });
    } catch {
      location.assign(link.href);
    }
  });
  addEventListener('popstate', () => {
    if (!location.hash) {
      show(location.href, changed).catch(() => location.reload());
    }
  });
}
