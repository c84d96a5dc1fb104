/** Pictures over HTTP: which format, how large, how long they may be kept. */
@NullMarked
package io.brenier.platform.plot.web;

import org.jspecify.annotations.NullMarked;
