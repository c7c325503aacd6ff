package fr.jalon.schema;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.List;
import java.util.Set;

/**
 * What clients see of the contract: its types and descriptions, without the mapping directives.
 *
 * @param types the definitions that clients see
 */
record ServedContract(Document types) {

    /** Directives that clients know. */
    private static final Set<String> KEPT = Set.of("deprecated", "specifiedBy", "oneOf");

    @SuppressWarnings("rawtypes")
    static ServedContract of(Document document) {
        List<Definition> kept = document.getDefinitions().stream()
                .filter(definition -> !isMapping(definition))
                .toList();
        return new ServedContract(withoutDirectives(document.transform(builder -> builder.definitions(kept))));
    }

    /** Schema definition language. */
    String text() {
        return AstPrinter.printAst(types) + "\n";
    }

    GraphQLSchema executable() {
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().buildRegistry(types), Wiring.of());
    }

    private static boolean isMapping(Definition<?> definition) {
        return definition instanceof DirectiveDefinition
                || (definition instanceof EnumTypeDefinition type && Directives.ENUMS.contains(type.getName()));
    }

    private static Document withoutDirectives(Document types) {
        return (Document) new AstTransformer().transform(types, new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes")
            public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
                return KEPT.contains(directive.getName())
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.deleteNode(context);
            }
        });
    }
}
