// A picture of an editor has few colours: with a palette of 256 its file is a third as large, and looks the same.
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Room in a palette. */
const COLOURS = 256;

/** The picture with a palette in the place of a colour for each point. @param {Buffer} picture a PNG without transparency */
export function indexed(picture) {
  const { width, height, data } = PNG.sync.read(picture);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(data, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = nearest.get(colourAt(data, (y * width + x) * 4)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a point, with a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that are met most; of those that look alike, the first. @param {Map<number, number>} counts */
function paletteOf(counts) {
  const ordered = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  // The less room is left, the more alike two colours have to be for one to stand for both.
  for (let alike = 0; ; alike += 4) {
    /** @type {number[]} */
    const palette = [];
    for (const colour of ordered) {
      if (!palette.some((other) => distance(other, colour) <= alike * alike)) palette.push(colour);
      if (palette.length > COLOURS) break;
    }
    if (palette.length <= COLOURS) return palette;
  }
}

/** @param {number[]} palette @param {number} colour */
function nearestIn(palette, colour) {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (distance(palette[i] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = i;
  return best;
}

/** @param {number} a @param {number} b */
function distance(a, b) {
  const [x, y] = [channels(a), channels(b)];
  return x.reduce((sum, each, i) => sum + (each - (y[i] ?? 0)) ** 2, 0);
}

/** @param {number} colour */
const channels = (colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];

/** @param {Buffer} data @param {number} at */
const colourAt = (data, at) => ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
