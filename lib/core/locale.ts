/** The language and region that dates, numbers and words on screen are written in, as a BCP 47 tag. */
export const LOCALE = "en-GB";
