package fr.jalon.schema;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The contract of the server, {@code schema.graphqls}, and how it maps to the graph. */
public final class Contract {

    private final String checksum;
    private final Map<String, GraphType> types;
    private final Map<String, RootField> roots;
    private final Set<String> computed;
    private final Variations variations;
    private final Map<String, Map<String, Dimension>> dimensions;
    private final Dictionary dictionary;
    private final Supplier<ServedContract> served;
    private final Supplier<GraphQLSchema> graphQlSchema;
    private final Supplier<String> french;

    private Contract(String text) {
        Document complete = CompleteContract.of(text);
        TypeDefinitionRegistry registry = new SchemaParser().buildRegistry(complete);
        RootReader query = new RootReader(registry);
        this.checksum = Checksum.of(text);
        this.types = new TypeReader(registry).types();
        this.variations = Variations.of(types.values());
        this.roots = query.roots();
        this.computed = query.computed();
        this.dimensions = DimensionReader.read(registry);
        this.dictionary = new Dictionary(registry);
        // Commands that only read seed files do without what is served, which takes as long to make as all of this.
        this.served = Once.of(() -> ServedContract.of(complete));
        this.graphQlSchema = Once.of(() -> served.get().executable());
        this.french = Once.of(
                () -> ServedContract.of(CompleteContract.of(French.words().translated(text)))
                        .text());
    }

    /**
     * Reads a contract.
     *
     * @param text GraphQL schema definition language, with mapping directives
     * @throws ContractException when a mapping is missing or contradicts another
     */
    public static Contract parse(String text) {
        return new Contract(text);
    }

    /** Reads the contract that comes with the program. */
    public static Contract packaged() {
        try (InputStream in = Contract.class.getResourceAsStream("/schema.graphqls")) {
            return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The executable schema, without mapping directives. */
    public GraphQLSchema graphQlSchema() {
        return graphQlSchema.get();
    }

    /** The text that clients are served: the contract without mapping directives. */
    public String servedText() {
        return served.get().text();
    }

    /** The same with its descriptions in French. */
    public String servedTextInFrench() {
        return french.get();
    }

    /** SHA-256 of the text with its mapping directives, in hexadecimal. */
    public String checksum() {
        return checksum;
    }

    /** What the contract says of the names it uses. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Every type that is in the graph, interfaces included, in the order of the contract. */
    public Collection<GraphType> types() {
        return types.values();
    }

    /** The type of that name; it must be one that is in the graph. */
    public GraphType type(String name) {
        return Objects.requireNonNull(types.get(name), () -> name + " is not in the graph");
    }

    /** The root field of that name; it must be one that reads the graph. */
    public RootField root(String name) {
        return Objects.requireNonNull(roots.get(name), () -> name + " does not read the graph");
    }

    /** The dimension of that name that groups nodes of a type; it must be one of the contract. */
    public Dimension dimension(GraphType type, String name) {
        return Objects.requireNonNull(
                dimensions.getOrDefault(type.name(), Map.of()).get(name),
                () -> name + " does not group " + type.name());
    }

    /** The dimension of that name that groups nodes of a type or of one of its interfaces, if there is one. */
    public Optional<Dimension> dimensionOf(GraphType type, String name) {
        return types.values().stream()
                .filter(each -> each.members().contains(type.name()))
                .flatMap(each -> Optional.ofNullable(
                        dimensions.getOrDefault(each.name(), Map.of()).get(name))
                        .stream())
                .findFirst();
    }

    /** Every root field that reads the graph. */
    public Collection<RootField> roots() {
        return roots.values();
    }

    /** The types of all relationships that it has, sorted. */
    public List<String> relationships() {
        return types.values().stream()
                .flatMap(type -> type.fields().values().stream())
                .filter(RelationshipField.class::isInstance)
                .map(field -> ((RelationshipField) field).route())
                .filter(Route.Step.class::isInstance)
                .map(route -> ((Route.Step) route).type())
                .distinct()
                .sorted()
                .toList();
    }

    /** What of it changes in time. */
    public Variations variations() {
        return variations;
    }

    /** Names of the root fields that are computed from what others read. */
    public Set<String> computed() {
        return computed;
    }
}
