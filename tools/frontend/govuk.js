// The behaviours of GOV.UK Frontend that Homeward's pages use.
export { createAll, isSupported } from "govuk-frontend";
export {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from "govuk-frontend";
