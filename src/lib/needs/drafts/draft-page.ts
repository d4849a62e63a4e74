// The script of a draft's pages: what is typed is saved while one writes.
import { saveByItself } from './draft-autosave.ts';

saveByItself(document.querySelector<HTMLFormElement>('form[data-page]')!);
