import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Six digits, to be typed from a mail. */
export const newCode = () => randomInt(1_000_000).toString().padStart(6, '0');

/** 256 bits for a link; URL-safe. */
export const newToken = () => randomBytes(32).toString('base64url');

/** SHA-256 in hex: all that is stored of a code or a link. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
