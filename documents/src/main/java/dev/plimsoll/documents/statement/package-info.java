/** Statements of vendors about how long a product is supported. */
@NullMarked
package dev.plimsoll.documents.statement;

import org.jspecify.annotations.NullMarked;
