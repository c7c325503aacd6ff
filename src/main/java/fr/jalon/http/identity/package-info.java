/** Providers of identities: OpenID Connect's sign-in, and tokens of others. */
@NullMarked
package fr.jalon.http.identity;

import org.jspecify.annotations.NullMarked;
