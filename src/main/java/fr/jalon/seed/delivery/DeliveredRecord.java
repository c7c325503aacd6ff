package fr.jalon.seed.delivery;

import java.util.Map;

/**
 * A record of a seed file as a row of a delivery tells it.
 *
 * @param row that tells it, the first of several
 * @param id of an action or a section
 * @param values keys of the seed file and what they hold: texts, numbers, lists and records of these
 */
record DeliveredRecord(DeliveryRow row, String id, Map<String, Object> values) {}
