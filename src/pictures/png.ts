/** A drawing (SVG) as the picture (PNG) that chat platforms show. With fonts of our own: the same on every machine. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
const fontFiles = [
  '400Regular/Inter_400Regular.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
  '700Bold/Inter_700Bold.ttf',
].map(file => resolve(`@expo-google-fonts/inter/${file}`));

/** Throws what is wrong with the drawing. As wide as it says itself, unless told. */
export function pngOf(svg: string, width?: number): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' },
    ...(width && { fitTo: { mode: 'width', value: width } as const }),
  });
  return drawing.render().asPng();
}
