/** One way from a status to the next: who may go it, and whether a note must say why. */
export type Step<Status extends string, Role extends string> = {
  from: readonly Status[];
  to: Status;
  by: readonly Role[];
  note?: 'required';
};

/**
 * A lifecycle as data. The page asks it which buttons to show, the deed asks it whether it may; `audit/advance` alone
 * writes the status. Nobody else compares statuses to decide what is possible.
 */
export type Lifecycle<Status extends string, Role extends string, Action extends string> = {
  steps: Readonly<Record<Action, Step<Status, Role>>>;
  /** What somebody in this role may do now, in the order of the table. */
  actionsFor(status: Status, role: Role): Action[];
  mayTake(action: Action, status: Status, role: Role): boolean;
};

export function defineLifecycle<Status extends string, Role extends string, Action extends string>(
  steps: Record<Action, Step<Status, Role>>,
): Lifecycle<Status, Role, Action> {
  const mayTake = (action: Action, status: Status, role: Role): boolean =>
    steps[action].from.includes(status) && steps[action].by.includes(role);
  return {
    steps,
    mayTake,
    actionsFor: (status, role) => (Object.keys(steps) as Action[]).filter((action) => mayTake(action, status, role)),
  };
}
