package fr.jalon.plan;

/**
 * How many nodes a page holds.
 *
 * @param standard when the request does not say
 * @param most at the most
 */
public record PageLimits(int standard, int most) {}
