@NullMarked
package fr.jalon.http;

import org.jspecify.annotations.NullMarked;
