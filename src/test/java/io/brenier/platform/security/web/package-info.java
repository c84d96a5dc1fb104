@NullMarked
package io.brenier.platform.security.web;

import org.jspecify.annotations.NullMarked;
