/** Wishes for no copies, in the place of ../../offline/wish.js: a file keeps none anyway. */

export const declinesCopies = () => false;
