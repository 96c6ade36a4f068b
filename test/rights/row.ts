// What the test of rights knows about one route: the act of the table of rights that it asks, whose thing is in its address,
// and what to send so that only the right is in question.
import type { Role } from '../../src/accounts/account.ts';
import type { Act } from '../../src/accounts/rights.ts';
import type { SubMay } from '../../src/registrations/registration.ts';

/** What a request sends. `form`: as a page does. */
export type Sent = {
  query?: string;
  form?: Record<string, string>;
  json?: unknown;
  file?: { fields?: Record<string, string>; as?: string };
  headers?: Record<string, string>;
};

/** The parts of an address, by the names that the patterns give them, and ids for bodies. */
export type Ids = Readonly<Record<string, string>>;

export type State = 'draft' | 'prepared' | 'submitted' | 'certified' | 'issued';
export type ObjectKind =
  | 'application'
  | 'payment'
  | 'signatory'
  | 'account'
  | 'sub_id'
  | 'agency'
  | 'session'
  | 'api_key'
  | 'factor';

export type Guarded = {
  act: Act;
  object: ObjectKind | 'none';
  /** Of an application: in which state the requests find it. */
  state: State;
  send?: Sent | ((ids: Ids) => Sent);
  /** Of a sub ID it takes this, too. */
  takes?: SubMay;
  /** What the act lets others do elsewhere, here only this kind of ID may. */
  only?: Role;
  /** Whose things is asked of this act instead: a copy is made of what one reads, and belongs to whoever makes it. */
  whose?: Act;
  /** It ends what the other requests are made with, so it comes last. */
  last?: boolean;
};

/**
 * public: for anybody. gateway: for the card company, known by its signature, and for the payer whom it sends back.
 * procedure: whoever came by the link of a procedure of registration, and the administrator whose firm it is.
 * any_id: whoever has signed in; the answer is the same for all, so there is no act to ask for.
 */
export type Row = 'public' | 'gateway' | 'procedure' | 'any_id' | Guarded;
export type Rows = Readonly<Record<string, Row>>;

type More = Omit<Partial<Guarded>, 'act' | 'object' | 'state'>;

/** A route without anybody's thing in its address. */
export const plain = (act: Act, more: More = {}): Guarded => ({ act, object: 'none', state: 'draft', ...more });

/** A route about one application, asked of one in that state. */
export const ofCase = (act: Act, state: State, more: More = {}): Guarded => ({
  ...{ act, object: 'application', state, ...more },
});

/** A route about a thing of another kind. */
export const thing = (act: Act, object: ObjectKind, more: More = {}): Guarded => ({
  ...{ act, object, state: 'draft', ...more },
});
