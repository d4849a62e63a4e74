/** The start (or the restart of the database) cannot go on; `message` is one German sentence for whoever runs the command. */
export class StartFailure extends Error {
	name = 'StartFailure';
}

/** Turns what the operating system said about a folder into that sentence; anything unknown is handed back as it was. */
export function folderFailure(error: unknown, folder: string): unknown {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
		return new StartFailure(
			`Der Datenordner ${folder} kann nicht beschrieben werden: Bitte geben Sie dem Ordner Schreibrechte oder nennen Sie mit DATA_DIR einen anderen.`
		);
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return new StartFailure(
			`Der Datenträger mit dem Datenordner ${folder} ist voll: Bitte schaffen Sie Platz und starten Sie dann neu.`
		);
	return error;
}

/** The same for a database of somebody else's: named by its host, never by its password. */
export function connectionFailure(error: unknown, url: string): unknown {
	const { code = '' } = error as { code?: string };
	const { host, pathname, username } = new URL(url);
	if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08|57P03)/.test(code))
		return new StartFailure(
			`Die Datenbank auf ${host} antwortet nicht: Bitte prüfen Sie DATABASE_URL, und ob die Datenbank läuft.`
		);
	if (code === '28P01' || code === '28000')
		return new StartFailure(
			`Die Datenbank auf ${host} lässt ${username} nicht ein: Bitte prüfen Sie Name und Kennwort in DATABASE_URL.`
		);
	if (code === '3D000')
		return new StartFailure(
			`Auf ${host} gibt es keine Datenbank ${pathname.slice(1)}: Bitte legen Sie sie an oder nennen Sie in DATABASE_URL eine andere.`
		);
	if (code === '42501')
		return new StartFailure(
			`${username} darf in der Datenbank auf ${host} zu wenig: Er muss ihr Eigentümer sein und Rollen anlegen dürfen.`
		);
	return error;
}
