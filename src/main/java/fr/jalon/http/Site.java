package fr.jalon.http;

import fr.jalon.http.documents.Examples.Example;
import fr.jalon.pages.Pages;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is served beside the answers.
 *
 * @param contract the schema as clients are served it
 * @param french the same with its descriptions in French
 * @param pages for people
 * @param examples offered in the editor, in this order, asked whenever it is opened
 */
public record Site(String contract, Supplier<String> french, Pages pages, Supplier<List<Example>> examples) {}
