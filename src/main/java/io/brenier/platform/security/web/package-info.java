/** Every request is authenticated and authorised here, before a feature sees it. */
@NullMarked
package io.brenier.platform.security.web;

import org.jspecify.annotations.NullMarked;
