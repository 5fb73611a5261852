/** One kawung petal, tip to tip on the y axis, for the logo's viewBox of 100 x 100 around the centre. */
export const LOGO_PETAL = "M0,-8C25,-23.1 25,-46.9 0,-62C-25,-46.9 -25,-23.1 0,-8Z";

/** The ring's petal of five minutes, in a viewBox of 300 x 300 around the centre; its inner tip lies at y = -103. */
export const RING_PETAL = "M0,-103C18.4,-115.6 18.4,-135.4 0,-148C-18.4,-135.4 -18.4,-115.6 0,-103Z";
export const RING_PETAL_FOOT = -103;

/** The idle ring has fewer, so rounder petals: one a second. */
export const SECOND_PETAL = "M0,-102C22,-114.9 22,-135.1 0,-148C-22,-135.1 -22,-114.9 0,-102Z";
