import type pg from 'pg';

/** Notes a command in the audit log, where the administrators read it. A database from before it has none. */
export async function audit(
	client: pg.Client,
	kind: `operator_${string}`,
	detail: object,
	authorityId: string | null = null
) {
	const { rows } = await client.query(`select to_regclass('private.audit_entries') as log`);
	if (rows[0].log)
		await client.query('select private.audit($1, null, $2, $3)', [authorityId, kind, JSON.stringify(detail)]);
}
