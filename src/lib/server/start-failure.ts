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
