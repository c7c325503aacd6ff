/** Lists of answers as tables: a query with one list at its root, read page by page, as CSV or a workbook. */
@NullMarked
package fr.jalon.tabular;

import org.jspecify.annotations.NullMarked;
