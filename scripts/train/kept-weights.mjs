// How weights are kept: eight bits each, with a scale for every block, as server/purposes/tagger/network.ts reads them.

/** Signed bytes have so many steps on either side. */
const STEPS = 127;

/**
 * The features' weights are kept by the roots of their sizes: most of them are small, and small ones count where many are summed.
 *
 * @param {readonly { name: string, weights: Float32Array }[]} blocks
 * @returns {{ scales: number[], bytes: Buffer }} the scales block by block, and all the bytes
 */
export function keptWeights(blocks) {
  const kept = blocks.map(({ name, weights }) => {
    const most = weights.reduce((largest, each) => Math.max(largest, Math.abs(each)), 1e-9);
    const isRoot = name === 'features';
    const scale = Number((most / (isRoot ? STEPS * STEPS : STEPS)).toPrecision(7));
    const signed = new Int8Array(weights.length);
    for (const [i, each] of weights.entries())
      signed[i] = isRoot ? Math.sign(each) * Math.round(Math.sqrt(Math.abs(each) / scale)) : Math.round(each / scale);
    return { scale, signed };
  });
  return {
    scales: kept.map(({ scale }) => scale),
    bytes: Buffer.concat(kept.map(({ signed }) => Buffer.from(signed.buffer))),
  };
}
