/** What the turnout card says only once somebody opens its count day by day. */
export type TurnoutMoreWording = {
  readonly date: string;
};
