import { join } from 'node:path';
import { z } from 'zod';
import { StartFailure } from './start-failure.ts';

const flag = z.stringbool({ truthy: ['1', 'true', 'on', 'yes'], falsy: ['0', 'false', 'off', 'no', ''] });
const address = (protocol: RegExp) => z.url({ protocol }).transform((url) => url.replace(/\/$/, ''));
const web = address(/^https?$/);
const postgres = z.url({ protocol: /^postgres(ql)?$/ });
const roles = z
	.string()
	.transform((list) => list.split(',').map((role) => role.trim()))
	.pipe(z.array(z.enum(['web', 'jobs'])));

const schema = z.object({
	PORT: z.coerce.number().int().min(0).max(65535).default(3000),
	HOST: z.string().min(1).optional(),
	ORIGIN_URL: web.optional(),
	DATA_DIR: z.string().min(1).default('.data'),
	FILES_DIR: z.string().min(1).optional(),
	ROLE: roles.default(['web', 'jobs']),
	DATABASE_URL: postgres.optional(),
	DIRECT_URL: postgres.optional(),
	SUPABASE_URL: web.optional(),
	SUPABASE_ANON_KEY: z.string().min(20).optional(),
	SUPABASE_SERVICE_ROLE_KEY: z.string().min(20).optional(),
	SUPABASE_JWT_SECRET: z.string().min(32).optional(),
	SMTP_URL: address(/^smtps?$/).optional(),
	MAIL_FROM: z.string().includes('@').optional(),
	BOUNCE_IMAP_URL: address(/^imaps?$/).optional(),
	SAMPLE: flag.optional(),
	TRUST_PROXY: flag.default(false),
	AUTHORITY: z.string().min(1).optional()
});

type Supabase = { url: string; anonKey: string; serviceRoleKey: string; jwtSecret: string };

/** `databaseUrl` may lead through a pooler; `directUrl` is for jobs, migrations and commands, the same where none is named. */
type Connections = { databaseUrl: string; directUrl: string };

/** Where the rows are: an embedded PostgreSQL, one's own behind the same interface, or Supabase. */
export type Storage =
	| { mode: 'embedded'; dataFolder: string }
	| ({ mode: 'postgres' } & Connections)
	| ({ mode: 'supabase'; supabase: Supabase } & Connections);

/** What a process does: answers people, does jobs, or both. */
export type Role = z.infer<typeof roles>[number];

/** What the environment says, checked once at start. `publicAddress` has no slash at its end. */
export type Settings = {
	port: number;
	host: string;
	publicAddress: string;
	roles: Role[];
	storage: Storage;
	/** Where uploaded files lie, in every mode; several processes share it. */
	filesFolder: string;
	mail: { smtpUrl: string; from: string } | undefined;
	/** The mailbox that undeliverable mails come back to, as imaps://user:password@host/INBOX. */
	bounceMailbox: string | undefined;
	sample: boolean;
	trustsProxy: boolean;
	authority: string | undefined;
};

type Values = z.infer<typeof schema>;
type Environment = Record<string, string | undefined>;

/** @throws StartFailure that names the first missing or wrong variable in one German sentence */
export function readSettings(environment: Environment): Settings {
	const data = valuesOf(environment);
	const storage = storageOf(data);
	const sample = data.SAMPLE ?? storage.mode === 'embedded';
	const sign = data.SAMPLE === undefined && sample && signOfProduction(data);
	if (sign)
		throw new StartFailure(
			`Die Einstellung ${sign} gibt es im echten Betrieb, mit den Beispieldaten aber meldet sich jede Person ohne Kennwort an: Bitte setzen Sie SAMPLE=0, oder SAMPLE=1, wenn hier nichts als die Beispieldaten laufen sollen.`
		);
	if (sample && storage.mode !== 'embedded')
		throw new StartFailure('Die Einstellung SAMPLE gibt es nur mit der eingebauten Datenbank.');
	if (storage.mode === 'embedded' && new Set(data.ROLE).size < 2)
		throw new StartFailure(
			'Die eingebaute Datenbank gehört einem einzigen Programm: Bitte lassen Sie ROLE weg oder nennen Sie mit DATABASE_URL eine eigene PostgreSQL-Datenbank.'
		);
	return {
		port: data.PORT,
		host: data.HOST ?? (sample ? '127.0.0.1' : '0.0.0.0'), // the door of the sample opens for this machine only
		publicAddress: publicAddressOf(data, sample),
		roles: data.ROLE,
		storage,
		filesFolder: data.FILES_DIR ?? join(data.DATA_DIR, 'files'),
		mail: mailOf(data, sample),
		bounceMailbox: data.BOUNCE_IMAP_URL,
		sample,
		trustsProxy: data.TRUST_PROXY,
		authority: data.AUTHORITY
	};
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** By what one sees that others than this machine are to come: then nobody gets the door of the sample unasked. */
function signOfProduction({ ORIGIN_URL, HOST, TRUST_PROXY }: Values): string | undefined {
	if (TRUST_PROXY) return 'TRUST_PROXY';
	if (HOST && !loopback.test(HOST)) return 'HOST';
	return ORIGIN_URL && !loopback.test(new URL(ORIGIN_URL).hostname) ? 'ORIGIN_URL' : undefined;
}

/** Where rows and files are, and where people find the pages. The folder of a database elsewhere holds files only. */
export type Place = { storage: Storage; dataFolder: string; publicAddress: string | undefined };

/** What the operator's commands need of the same variables: they run while mail is down or not yet set up. */
export function readPlace(environment: Environment): Place {
	const data = valuesOf(environment);
	const storage = storageOf(data);
	const local = storage.mode === 'embedded' ? `http://localhost:${data.PORT}` : undefined;
	return { storage, dataFolder: data.DATA_DIR, publicAddress: data.ORIGIN_URL ?? local };
}

function valuesOf(environment: Environment): Values {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
	const { success, data, error } = schema.safeParse(given);
	if (success) return data;
	const name = String(error.issues[0]?.path[0]);
	const choice = name === 'ROLE' ? ': Möglich sind web, jobs oder beides (web,jobs)' : '';
	throw new StartFailure(`Die Einstellung ${name} ist nicht gültig${choice}.`);
}

const supabaseNames = [
	'SUPABASE_URL',
	'SUPABASE_ANON_KEY',
	'SUPABASE_SERVICE_ROLE_KEY',
	'SUPABASE_JWT_SECRET'
] as const;

function storageOf(values: Values): Storage {
	const isSupabase = supabaseNames.some((name) => values[name]);
	if (!isSupabase && !values.DATABASE_URL && !values.DIRECT_URL)
		return { mode: 'embedded', dataFolder: values.DATA_DIR };
	if (!isSupabase) return { mode: 'postgres', ...connectionsOf(values) };
	const [url, anonKey, serviceRoleKey, jwtSecret] = supabaseNames.map((name) => needed(values, name));
	const supabase = { url, anonKey, serviceRoleKey, jwtSecret } as Supabase;
	return { mode: 'supabase', supabase, ...connectionsOf(values) };
}

function connectionsOf(values: Values): Connections {
	const databaseUrl = needed(values, 'DATABASE_URL');
	return { databaseUrl, directUrl: values.DIRECT_URL ?? databaseUrl };
}

function publicAddressOf(values: Values, sample: boolean): string {
	return sample ? (values.ORIGIN_URL ?? `http://localhost:${values.PORT}`) : needed(values, 'ORIGIN_URL');
}

function mailOf(values: Values, sample: boolean): Settings['mail'] {
	if (sample && !values.SMTP_URL) return undefined;
	return { smtpUrl: needed(values, 'SMTP_URL'), from: needed(values, 'MAIL_FROM') };
}

function needed(values: Values, name: keyof Values): string {
	const value = values[name];
	if (value === undefined) throw new StartFailure(`Die Einstellung ${name} fehlt: ${meanings[name]}.`);
	return String(value);
}

const meanings: Partial<Record<keyof Values, string>> = {
	ORIGIN_URL:
		'Bitte nennen Sie die Adresse, unter der die Seiten erreichbar sind, zum Beispiel https://beteiligung.example',
	DATABASE_URL: 'Bitte nennen Sie die Verbindung zur Datenbank, sie beginnt mit postgresql://',
	SUPABASE_URL: 'Bitte nennen Sie die Adresse Ihres Supabase-Projekts',
	SUPABASE_ANON_KEY: 'Bitte nennen Sie den öffentlichen Schlüssel Ihres Supabase-Projekts',
	SUPABASE_SERVICE_ROLE_KEY: 'Bitte nennen Sie den geheimen Schlüssel Ihres Supabase-Projekts',
	SUPABASE_JWT_SECRET: 'Bitte nennen Sie das JWT-Geheimnis Ihres Supabase-Projekts',
	SMTP_URL: 'Bitte nennen Sie den Postausgang, zum Beispiel smtps://name:kennwort@mail.example',
	MAIL_FROM: 'Bitte nennen Sie den Absender der Mails, zum Beispiel beteiligung@example.org'
};
