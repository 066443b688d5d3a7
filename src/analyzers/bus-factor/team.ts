/** Two who sit side by side need no file that tells them who owns what. */
export const SMALLEST_TEAM_WITH_OWNERS = 3;
export const SMALLEST_TEAM_WITH_REVIEWS = 2;
