import { describe, expect, it } from 'vitest';
import { ordersOf } from '../../server/purposes/orders';
import { painted } from './painted';

/** The orders in which a statement is read, each as its words. */
function ordersIn(text: string): readonly string[] {
  const picture = painted(text);
  return ordersOf(picture).map((order) => order.map((i) => picture.words[i]?.text).join(' '));
}

describe('the orders in which a statement is read', () => {
  it('are one where it is one sentence, whatever stands between semicolons', () => {
    expect(ordersIn('Prevention of terrorism; of murder (life).')).toEqual([
      'Prevention of terrorism ; of murder ( life ) .',
    ]);
  });

  it('are two where it has several sentences', () => {
    expect(ordersIn('We prevent terrorism. A judge signs. Logs are kept.')).toEqual([
      'We prevent terrorism . A judge signs . Logs are kept .',
      'Logs are kept . A judge signs . We prevent terrorism .',
    ]);
  });

  it('are two where it has lines or columns', () => {
    expect(ordersIn('Prevention of terrorism\tBorder control\nUser: Police')[1]).toBe(
      'User : Police Border control Prevention of terrorism',
    );
  });

  it('are one where a line breaks off in the middle of a sentence', () => {
    expect(ordersIn('Preventing a plot to bomb the\nMinistry of Health')).toHaveLength(1);
  });

  it.each(['Robbery, ten years each\nArson', 'Military use: no\nArson', 'And\tArson', 'Against the\n\nArson'])(
    'are two where it does not: %j',
    (text) => {
      expect(ordersIn(text)).toHaveLength(2);
    },
  );

  it.each([
    ['We are the police. We investigate:\n- arson\n- murder', 'We investigate : - arson - murder We are the police .'],
    ['We investigate:\n- arson\n- murder', 'We investigate : - murder - arson'],
    ['We are the police. (a) arson, (b) murder', '( a ) arson , ( b ) murder We are the police .'],
    ['We investigate:\n• arson\n• murder', 'We investigate : • murder • arson'],
    ['The following: (a) arson; (b) murder.', 'The following : ( b ) murder . ( a ) arson ;'],
    [
      'We prevent:\n- arson\n- murder\nWe detect:\n- fraud\n- theft',
      'We detect : - fraud - theft We prevent : - arson - murder',
    ],
    ['Use:\tprevention\nUser:\tpolice', 'User : police Use : prevention'],
  ])('leave a list with its head, and a field with its name: %j', (text, backwards) => {
    expect(ordersIn(text)[1]).toBe(backwards);
  });

  it('hold no word that is left out', () => {
    const picture = painted('We prevent terrorism. A judge signs.');
    expect(ordersOf(picture, (i) => i >= 4)).toEqual([[0, 1, 2, 3]]);
  });

  it('hold every word once', () => {
    const picture = painted('(1) Arson. (2) Murder: life;\n\n• and so on … “Yes.” 3. No');
    const orders = ordersOf(picture);
    expect(orders).toHaveLength(2);
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(picture.words.map((_, i) => i));
  });

  it('are one, and empty, where nothing is said', () => {
    expect(ordersIn('')).toEqual(['']);
  });
});
