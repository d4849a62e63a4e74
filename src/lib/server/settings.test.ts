import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const own = {
	DATABASE_URL: 'postgresql://owner:secret@db.example/augenhoehe',
	ORIGIN_URL: 'https://beteiligung.example/',
	SMTP_URL: 'smtps://name:secret@mail.example',
	MAIL_FROM: 'post@beteiligung.example'
};
const supabase = {
	...own,
	SUPABASE_URL: 'https://abc.supabase.co',
	SUPABASE_ANON_KEY: 'sb_publishable_0123456789',
	SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789012',
	SUPABASE_JWT_SECRET: 'x'.repeat(32)
};

test('nothing set: the embedded database with the sample, for this machine only', () => {
	expect(readSettings({})).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		publicAddress: 'http://localhost:3000',
		storage: { mode: 'embedded', dataFolder: '.data' },
		sample: true,
		mail: undefined,
		trustsProxy: false
	});
});

test.each([
	['ORIGIN_URL', 'https://beteiligung.example'],
	['HOST', '0.0.0.0'],
	['TRUST_PROXY', '1']
])('the sample is not open to others unless somebody says so: %s', (name, value) => {
	expect(() => readSettings({ [name]: value })).toThrow(`Die Einstellung ${name} gibt es im echten Betrieb`);
	expect(readSettings({ [name]: value, SAMPLE: '1' }).sample).toBe(true);
	expect(readSettings({ ...own, DATABASE_URL: '', [name]: value, SAMPLE: '0' }).sample).toBe(false);
});

test('the sample on this machine needs no word', () => {
	for (const ORIGIN_URL of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000'])
		expect(readSettings({ ORIGIN_URL, HOST: 'localhost', TRUST_PROXY: '0' }).sample).toBe(true);
});

test('an empty variable counts as not set', () => {
	expect(readSettings({ PORT: '', DATABASE_URL: '', SAMPLE: '' })).toMatchObject({
		port: 3000,
		sample: true
	});
});

test('a database of one’s own: no sample, open to the network', () => {
	expect(readSettings(own)).toMatchObject({
		storage: { mode: 'postgres', databaseUrl: own.DATABASE_URL },
		publicAddress: 'https://beteiligung.example',
		host: '0.0.0.0',
		sample: false,
		mail: { smtpUrl: own.SMTP_URL, from: own.MAIL_FROM }
	});
});

test('a pooler for the pages, a direct connection for jobs and migrations', () => {
	const pooled = 'postgresql://owner:secret@pooler.example:6543/augenhoehe';
	expect(readSettings(own).storage).toMatchObject({ directUrl: own.DATABASE_URL });
	const both = readSettings({ ...own, DATABASE_URL: pooled, DIRECT_URL: own.DATABASE_URL });
	expect(both.storage).toMatchObject({ databaseUrl: pooled, directUrl: own.DATABASE_URL });
	expect(() => readSettings({ ...own, DATABASE_URL: '', DIRECT_URL: own.DATABASE_URL })).toThrow(
		'DATABASE_URL fehlt'
	);
});

test('a process answers people, does jobs, or both', () => {
	expect(readSettings(own).roles).toEqual(['web', 'jobs']);
	expect(readSettings({ ...own, ROLE: 'jobs' }).roles).toEqual(['jobs']);
	expect(readSettings({ ...own, ROLE: 'web, jobs' }).roles).toEqual(['web', 'jobs']);
	expect(() => readSettings({ ...own, ROLE: 'worker' })).toThrow(
		/^Die Einstellung ROLE ist nicht gültig: Möglich sind web, jobs oder beides \(web,jobs\)\.$/
	);
	expect(() => readSettings({ ROLE: 'web' })).toThrow(
		/^Die eingebaute Datenbank gehört einem einzigen Programm: .+\.$/
	);
});

test('Supabase', () => {
	expect(readSettings(supabase).storage).toMatchObject({
		mode: 'supabase',
		supabase: { url: supabase.SUPABASE_URL }
	});
});

test('the embedded database without the sample needs address and mail', () => {
	const given = {
		SAMPLE: 'off',
		ORIGIN_URL: own.ORIGIN_URL,
		SMTP_URL: own.SMTP_URL,
		MAIL_FROM: own.MAIL_FROM
	};
	expect(readSettings(given)).toMatchObject({ storage: { mode: 'embedded' }, sample: false });
	expect(() => readSettings({ SAMPLE: 'off' })).toThrow('Die Einstellung ORIGIN_URL fehlt');
});

test.each([
	['ORIGIN_URL', own],
	['SMTP_URL', own],
	['MAIL_FROM', own],
	['DATABASE_URL', supabase],
	['SUPABASE_URL', supabase],
	['SUPABASE_ANON_KEY', supabase],
	['SUPABASE_SERVICE_ROLE_KEY', supabase],
	['SUPABASE_JWT_SECRET', supabase]
])('a missing %s is named in one sentence', (name, all) => {
	expect(() => readSettings({ ...all, [name]: undefined })).toThrow(
		new RegExp(`^Die Einstellung ${name} fehlt: .+\\.$`)
	);
});

test.each([
	['PORT', 'dreitausend'],
	['PORT', '70000'],
	['DATABASE_URL', 'mysql://x'],
	['ORIGIN_URL', 'beteiligung'],
	['SUPABASE_JWT_SECRET', 'short'],
	['SAMPLE', 'maybe'],
	['SMTP_URL', 'https://mail.example']
])('%s=%s is not valid', (name, value) => {
	expect(() => readSettings({ [name]: value })).toThrow(`Die Einstellung ${name} ist nicht gültig.`);
});

test('the sample exists with the embedded database only', () => {
	expect(() => readSettings({ ...own, SAMPLE: 'on' })).toThrow('SAMPLE');
	expect(() => readSettings({ ...supabase, SAMPLE: '1' })).toThrow('SAMPLE');
});
