/** The named measures over HTTP, and in the OpenAPI document. */
@NullMarked
package io.brenier.samples.measure.web;

import org.jspecify.annotations.NullMarked;
