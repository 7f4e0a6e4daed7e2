// A picture of an editor has few colours: with a palette of 16, two points a byte, its file is a sixth as large, and reads
// the same.
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Room in a palette. */
const COLOURS = 16;

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
  // Each row begins with a byte that says how it is written: as it is.
  const length = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * length + 1 + (x >> 1);
      const colour = nearest.get(colourAt(data, (y * width + x) * 4)) ?? 0;
      rows[at] = (rows[at] ?? 0) | (colour << (x % 2 === 0 ? 4 : 0));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a point, with a palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * The colour that is met most; then, one after the other, the one that is missed most: met often, and far from those chosen.
 * @param {Map<number, number>} counts
 */
function paletteOf(counts) {
  const left = [...counts].map(([colour, count]) => ({ colour, count, missed: Number.POSITIVE_INFINITY }));
  left.sort((a, b) => b.count - a.count);
  /** @type {number[]} */
  const palette = [];
  for (let chosen = left[0]; chosen && palette.length < COLOURS;) {
    palette.push(chosen.colour);
    for (const each of left)
      each.missed = Math.min(each.missed, Math.sqrt(each.count) * distance(each.colour, chosen.colour));
    chosen = left.reduce((most, each) => (each.missed > most.missed ? each : most));
    if (chosen.missed === 0) break;
  }
  return palette;
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
