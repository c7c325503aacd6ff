// What a program in TypeScript may write, and what it may not.
import { SortDirection, type ActionFilter, type ActionOrder, type NodeKind, type Scalars } from './out/types.js';

export const dueInHalfAYear: ActionFilter = { due: { within: 'S1 2022' }, leads: { some: { acronym: { eq: 'DINUM' } } } };
export const soonestFirst: ActionOrder[] = [{ due: { end: SortDirection.Asc } }, { code: SortDirection.Asc }];
export const numbers: Scalars['Int']['input'][] = [1, 2];
export const kind: NodeKind | undefined = undefined;

// @ts-expect-error An order has exactly one key.
export const two: ActionOrder = { code: SortDirection.Asc, title: SortDirection.Asc };

// @ts-expect-error There is no such condition.
export const unknown: ActionFilter = { dew: { within: 'S1 2022' } };
