/** Indonesian month and day names in Tasklist's own calendar (search by date): it reads them from AngularJS, not from the locale file. */
import { language } from './language.js';

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const MONTHS_SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const DAYS_SHORT = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'];

if (language === 'id' && window.angular) {
  window.angular.module('cam.tasklist').run(['$locale', $locale => Object.assign($locale.DATETIME_FORMATS, {
    MONTH: MONTHS,
    STANDALONEMONTH: MONTHS,
    SHORTMONTH: MONTHS_SHORT,
    DAY: DAYS,
    SHORTDAY: DAYS_SHORT,
    FIRSTDAYOFWEEK: 0, // Monday
  })]);
}
