/** Documents that clients ask without sending them: trusted by the operator, persisted by clients, examples to begin with. */
@NullMarked
package fr.jalon.http.documents;

import org.jspecify.annotations.NullMarked;
