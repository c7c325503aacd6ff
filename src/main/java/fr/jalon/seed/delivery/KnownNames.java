package fr.jalon.seed.delivery;

import fr.jalon.schema.Contract;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import java.util.List;

/**
 * What a delivery may name, because the seed has it.
 *
 * @param actors organizations and mandates
 * @param themes subjects
 * @param resources datasets, APIs, repositories, algorithms and services
 * @param objectives of the interministerial framework
 * @param targets ids that a reference may point at: actions and whole roadmaps
 */
record KnownNames(
        DeliveryNames actors,
        DeliveryNames themes,
        DeliveryNames resources,
        DeliveryNames objectives,
        List<String> targets) {

    static KnownNames of(Contract contract, SeedDraft draft, SeedIndex index) {
        return new KnownNames(
                new DeliveryNames(contract, draft, "Actor"),
                new DeliveryNames(contract, draft, "Theme"),
                new DeliveryNames(contract, draft, "Resource"),
                new DeliveryNames(contract, draft, "Objective"),
                index.ids(List.of("Action", "Roadmap")));
    }
}
