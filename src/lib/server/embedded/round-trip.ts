import type pg from 'pg';
import type { Statement } from './catalogue.ts';
import { parserOf, settingsOfTransaction } from './pool.ts';

/**
 * Who asks, as the database hears it: the role, the claims as JSON, and whether nothing may be written. `isPooled`: on a
 * connection that is somebody else's with the next transaction, so that nothing of ours may stay on it.
 */
export type Identity = { role: string; claims: string; isReading: boolean; isPooled: boolean };

export type Row = Record<string, unknown>;
type Prepared = { name: string; text: string; types: number[] };
type Field = { name: string; read: (text: string) => unknown };

/** node-postgres' own connection, as far as it is needed; the published types are of an older one. */
type Connection = {
	stream: { cork: () => void; uncork: () => void; destroy: (error: Error) => void };
	parse: (statement: Prepared) => void;
	bind: (given: { statement: string; values: (string | null)[] }) => void;
	describe: (given: { type: 'P' }) => void;
	execute: () => void;
	close: (given: { type: 'S'; name: string }) => void;
	sync: () => void;
};

/** Longer than the database lets any statement run: who still waits then has lost it. */
const patience = 20_000;

const text = 25;
const settings = `set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('transaction_read_only', $3, true)`;
const identity: Prepared = { name: 'identity', text: `select ${settings}`, types: [text, text, text] };
const pooledIdentity: Prepared = {
	name: '',
	text: `select ${settingsOfTransaction},${settings}`,
	types: [text, text, text]
};

/**
 * Says who asks and calls the function, in one message to the database and one transaction, which is over when the
 * answer is there: it begins by itself and ends with the `sync`, and the role with it.
 * @throws what the database refused, be it at the end of the transaction, or that the connection was lost
 */
export const roundTrip = (
	client: pg.PoolClient,
	who: Identity,
	statement: Statement,
	values: (string | null)[]
): Promise<Row[]> =>
	new Promise((resolve, reject) => {
		client.query(conversation(who, statement, values, resolve, reject) as unknown as pg.Submittable);
	});

/** node-postgres calls `submit`, then for each message of the answer the method of its name. */
function conversation(
	{ role, claims, isReading, isPooled }: Identity,
	statement: Statement,
	values: (string | null)[],
	resolve: (rows: Row[]) => void,
	reject: (error: unknown) => void
) {
	// A plan of one role is not taken for another: who may run a function may have been decided with the plan.
	const call = { ...statement, name: isPooled ? '' : `${role}_${statement.number}` };
	const who = isPooled ? pooledIdentity : identity;
	const rows: Row[] = [];
	let fields: Field[] | undefined;
	let failure: unknown;
	let deadline: NodeJS.Timeout;
	let made: Prepared[] = [];
	return {
		submit(connection: Connection) {
			deadline = setTimeout(() => connection.stream.destroy(new Error('timeout exceeded')), patience);
			made = [who, call].filter(({ name }) => isPooled || !preparedOn(connection).has(name));
			connection.stream.cork();
			if (made.includes(who)) prepare(connection, who);
			connection.bind({ statement: who.name, values: [role, claims, String(isReading)] });
			connection.execute();
			if (made.includes(call)) prepare(connection, call); // only now as somebody who may know of the function
			connection.bind({ statement: call.name, values });
			connection.describe({ type: 'P' });
			connection.execute();
			connection.sync();
			connection.stream.uncork();
		},
		/** Only the call is described: what comes before is the row of the settings. */
		handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }) {
			fields = message.fields.map(({ name, dataTypeID }) => ({ name, read: parserOf(dataTypeID) }));
		},
		handleDataRow(message: { fields: (string | null)[] }) {
			if (!fields || failure) return;
			try {
				rows.push(row(fields, message.fields));
			} catch (error) {
				failure = error;
			}
		},
		handleCommandComplete() {},
		/** The transaction may still fail after the rows came: only now is it over. */
		handleReadyForQuery(connection: Connection) {
			clearTimeout(deadline);
			for (const { name } of made) preparedOn(connection).add(name);
			if (failure) reject(failure);
			else resolve(rows);
		},
		/** After it nothing more is said to us, not even that the connection is ready again. */
		handleError(error: unknown) {
			clearTimeout(deadline);
			reject(error);
		}
	};
}

/** What a call that failed left prepared is not known: it is closed, which never fails, and made anew. */
function prepare(connection: Connection, statement: Prepared) {
	connection.close({ type: 'S', name: statement.name });
	connection.parse(statement);
}

const prepared = new WeakMap<Connection, Set<string>>();

function preparedOn(connection: Connection): Set<string> {
	const known = prepared.get(connection) ?? new Set();
	prepared.set(connection, known);
	return known;
}

function row(fields: Field[], texts: (string | null)[]): Row {
	const row: Row = {};
	for (let place = 0; place < fields.length; place++) {
		const { name, read } = fields[place]!;
		const text = texts[place] ?? null;
		row[name] = text === null ? null : read(text);
	}
	return row;
}
