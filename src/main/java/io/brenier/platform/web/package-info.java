/** What every HTTP answer shares: problem details, pages, strict JSON, downloads. */
@NullMarked
package io.brenier.platform.web;

import org.jspecify.annotations.NullMarked;
