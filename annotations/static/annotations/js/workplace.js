/** In the admin: the editor of a text gives Tab back to the keyboard. */
import { freeTab } from "./editor.js";

freeTab();
