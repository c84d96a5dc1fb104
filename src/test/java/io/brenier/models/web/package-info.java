@NullMarked
package io.brenier.models.web;

import org.jspecify.annotations.NullMarked;
