/** The tenant that holds generated bulk data, by which nothing but it is meant; the database knows it by this name too. */
export const LARGE_SAMPLE_SLUG = "large-sample";
