// Every own page loads this. Pages work without it; it makes them comfortable.
import './styles/site.scss';
import { createAll, ErrorSummary, PasswordInput, Button } from 'govuk-frontend';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(PasswordInput);
createAll(ErrorSummary);
createAll(Button);
