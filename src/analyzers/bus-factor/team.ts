/** Two who sit side by side need no file that tells them who owns what. */
export const SMALLEST_TEAM_WITH_OWNERS = 3;
/** Up to seven keep in their heads who looks after what. */
export const SMALLEST_TEAM_THAT_FORGETS = 8;
export const SMALLEST_TEAM_WITH_REVIEWS = 2;
