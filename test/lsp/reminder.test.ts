import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reminder } from '../../server/lsp/reminder';

describe('an editor that asks for findings itself', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is reminded once of all documents that changed and of which it has not asked', () => {
    const remind = vi.fn();
    const reminder = new Reminder(remind);
    reminder.changed('a');
    reminder.changed('b');
    reminder.changed('a');
    vi.runAllTimers();
    expect(remind).toHaveBeenCalledTimes(1);
    reminder.changed('a');
    vi.runAllTimers();
    expect(remind).toHaveBeenCalledTimes(2);
  });

  it('is left alone where it asks, and where the document is closed', () => {
    const remind = vi.fn();
    const reminder = new Reminder(remind);
    for (const uri of ['asked', 'closed']) reminder.changed(uri);
    for (const uri of ['asked', 'closed']) reminder.settled(uri);
    vi.runAllTimers();
    expect(remind).not.toHaveBeenCalled();
  });

  it('is not reminded while it is typed', () => {
    const remind = vi.fn();
    const reminder = new Reminder(remind);
    for (let key = 0; key < 10; key++) {
      reminder.changed('a');
      vi.advanceTimersByTime(900);
    }
    expect(remind).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(remind).toHaveBeenCalledTimes(1);
  });
});
