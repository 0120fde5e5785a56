/** Runs in the page. One palette for all, so that what stays as it was can be see-through: its entry 0. */
async ({ encoder, stills }) => {
  const { GIFEncoder, quantize, applyPalette } = await import(encoder);
  const pixelsOf = async url => {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  };
  const frames = await Promise.all(stills.map(({ url }) => pixelsOf(url)));
  const every = 7; // the colours of the whole are told by a pixel in so many
  const some = frames.flatMap(({ data }) => [...new Uint32Array(data.buffer)].filter((_, n) => n % every === 0));
  const colours = quantize(new Uint8Array(Uint32Array.from(some).buffer), 255);
  const gif = GIFEncoder();
  let before;
  for (const [n, { data, width, height }] of frames.entries()) {
    const now = applyPalette(data, colours).map(one => one + 1);
    gif.writeFrame(
      now.map((one, at) => (before?.[at] === one ? 0 : one)),
      width,
      height,
      {
        ...(n === 0 && { palette: [[0, 0, 0], ...colours], repeat: 0 }),
        delay: stills[n].ms,
        transparent: true,
        transparentIndex: 0,
        dispose: 1,
      },
    );
    before = now;
  }
  gif.finish();
  let bytes = '';
  for (const one of gif.bytes()) bytes += String.fromCharCode(one);
  return btoa(bytes);
};
