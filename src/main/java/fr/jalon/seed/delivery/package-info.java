/** Takes the roadmap that a ministry delivers as a spreadsheet into the seed files, and writes such spreadsheets. */
@NullMarked
package fr.jalon.seed.delivery;

import org.jspecify.annotations.NullMarked;
