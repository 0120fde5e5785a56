/** Which version this is. Stands in package.json alone. */
import about from '../package.json' with { type: 'json' };

export const version: string = about.version;
