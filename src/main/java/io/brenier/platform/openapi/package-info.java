/** What every operation of the OpenAPI document shares: its errors and its naming. */
@NullMarked
package io.brenier.platform.openapi;

import org.jspecify.annotations.NullMarked;
