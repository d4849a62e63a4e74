export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const odt = 'application/vnd.oasis.opendocument.text';

/** What is taken, with the endings a name may have; the first one is given to a name without. SVG and HTML run scripts. */
export const endings = {
	'application/pdf': ['pdf'],
	'image/png': ['png'],
	'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
	'image/webp': ['webp'],
	[docx]: ['docx'],
	[xlsx]: ['xlsx'],
	[odt]: ['odt']
} as const;

export type MediaType = keyof typeof endings;
