/** A drawing (SVG) as the picture (PNG) that chat platforms show. With fonts of our own: the same on every machine. */
import { createRequire } from 'node:module';
import { Resvg, renderAsync } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
];

const options = { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' } };

/** As wide as the drawing itself says; throws what is wrong with it. */
export const pngOf = (svg: string): Uint8Array => new Resvg(svg, options).render().asPng();

/** The same, while the process goes on with other things: it takes a tenth of a second. */
export const drawnAside = async (svg: string): Promise<Uint8Array> => (await renderAsync(svg, options)).asPng();
