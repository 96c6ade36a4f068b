import { z } from 'zod';

/**
 * What can go wrong between the card company and us, on demand:
 * webhooks are never sent, sent late (`ms`), sent twice, or held until `times` of them are there and sent in reverse;
 * the API does not answer, or answers 500, before or after it has done what it was asked.
 */
export const faultKinds = [
  'lose_webhooks',
  'delay_webhooks',
  'double_webhooks',
  'reorder_webhooks',
  'api_silent_before',
  'api_silent_after',
  'api_500_before',
  'api_500_after',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault that strikes the next `times` webhooks or API calls. `ms` is read for `delay_webhooks` only. */
export const faultInput = z.strictObject({
  kind: z.enum(faultKinds),
  times: z.coerce.number().int().min(1).max(1000).default(1),
  ms: z.coerce.number().int().min(0).max(3_600_000).default(1000),
});
export type Fault = z.infer<typeof faultInput>;

/** The next webhook's fate. `last` ends a batch that is sent in reverse. */
export type Strike = { kind: FaultKind; ms: number; last: boolean };

export type Faults = {
  plan(fault: Fault): void;
  clear(): void;
  /** What is still to strike, in the order planned. */
  planned(): readonly Fault[];
  strikeWebhook(): Strike | undefined;
  strikeApi(): Strike | undefined;
};

/** Kept in memory only: a restart ends all faults. */
export function createFaults(): Faults {
  let queue: Fault[] = [];
  function strike(concerns: (kind: FaultKind) => boolean): Strike | undefined {
    const fault = queue.find((candidate) => concerns(candidate.kind));
    if (fault === undefined) return undefined;
    const last = fault.times === 1;
    queue = queue.flatMap((each) => {
      if (each !== fault) return [each];
      return last ? [] : [{ ...each, times: each.times - 1 }];
    });
    return { kind: fault.kind, ms: fault.ms, last };
  }
  return {
    plan(fault) {
      queue = [...queue, fault];
    },
    clear() {
      queue = [];
    },
    planned: () => queue,
    strikeWebhook: () => strike((kind) => kind.endsWith('_webhooks')),
    strikeApi: () => strike((kind) => kind.startsWith('api_')),
  };
}
