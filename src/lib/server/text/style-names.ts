/* What styles are called, in lower case. Word stores its own in English; other programs and older files translate them. */

export const headingName = /^(?:heading|überschrift) ?([1-9])$/;
/** The last four are LibreOffice's, one for each thing that may have a caption. */
export const captionName =
	/^(caption|beschriftung|bildunterschrift|tabellenüberschrift|tabellenbeschriftung|illustration|figure|drawing|table)$/;
export const quoteName =
	/^((intense )?quote|(intensives )?zitat|quotations?|block ?quote|block ?text|blockzitat)$/;
export const titleName = /^(title|titel)$/;
export const codeName = /^(html ?code|code|verbatim char|source text|quelltext)$/;
export const listName = /^(list|liste)\b/;
export const contentsName = /^(toc|contents) heading$/;
/** The head of a row in our own files, and LibreOffice's for heads in tables. */
export const rowHeadName = /^(zeilenkopf|table heading|tabellenkopf)$/;

const apart = [headingName, captionName, quoteName, titleName, rowHeadName];

/** Whether such a style, or what it is based on, sets letters as they look everywhere: it sets no words apart. */
export const isSetApart = (names: string[]) => names.some((name) => apart.some((one) => one.test(name)));
