const numbers = new Intl.NumberFormat('fr-FR');

/** How many neighbours the server tells at the most: where it tells as many, there may be more. */
export const MOST = 1000;

/** How many shortest ways are asked for. */
export const MOST_WAYS = 20;

const QUOTED = 70;

/** A number as French writes it. */
export function number(value) {
  return numbers.format(value);
}

/** A number and what is counted; French has the plural from two on. */
export function counted(value, singular, plural = `${singular}s`) {
  return `${number(value)} ${Math.abs(value) < 2 ? singular : plural}`;
}

/** How many neighbours a node has, as far as is known. */
export function neighbourCount(total) {
  if (total === null) {
    return 'voisins non demandés';
  }
  return total >= MOST ? `${number(MOST)} voisins ou plus` : counted(total, 'voisin');
}

/** A label between French quotes, cut where it would make a sentence unreadable. */
export function quoted(label) {
  const short = label.length > QUOTED ? `${label.slice(0, QUOTED).replace(/\s+\S*$/u, '')}…` : label;
  return `« ${short} »`;
}

/** What an expansion brought and what is left, in one sentence. */
export function expansion(label, added, rest) {
  if (added === 0) {
    return `Aucun voisin à ajouter autour de ${quoted(label)}.`;
  }
  const others = rest === 0 ? 'aucun autre' : counted(rest, 'autre');
  return `${counted(added, 'voisin ajouté', 'voisins ajoutés')}, ${others}, autour de ${quoted(label)}.`;
}

/** What a collapse removed, in one sentence. */
export function reduction(label, removed) {
  return `${removed ? counted(removed, 'nœud retiré', 'nœuds retirés') : 'Aucun nœud à retirer'} autour de ${quoted(label)}.`;
}

/** What the shortest ways between two nodes are, in one sentence. */
export function found({ paths, cut }, from, to) {
  if (paths.length === 0) {
    return `Aucun chemin de 6 liens au plus entre ${quoted(from)} et ${quoted(to)}.`;
  }
  const ways = counted(paths.length, 'plus court chemin', 'plus courts chemins');
  const length = counted(paths[0].nodes.length - 1, 'lien');
  return `${cut ? 'Au moins ' : ''}${ways} de ${length} entre ${quoted(from)} et ${quoted(to)}.`;
}
