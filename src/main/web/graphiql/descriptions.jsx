import { ToolbarButton } from '@graphiql/react';
import { storeChoice, storedChoice } from './stored.js';

const NAME = 'descriptions';
const LANGUAGES = { fr: 'français', en: 'English' };

/** The language of the descriptions of the contract, "fr" or "en": the one chosen before, or else the browser's. */
export function descriptionLanguage() {
  return storedChoice(NAME, Object.keys(LANGUAGES)) ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');
}

/** A switch of the toolbar: the documentation, the completion and the hints say what they say in French or in English. */
export function DescriptionSwitch({ language, onChange }) {
  const change = () => {
    const next = language === 'fr' ? 'en' : 'fr';
    storeChoice(NAME, next);
    onChange(next);
  };
  return (
    <ToolbarButton label={`Descriptions : ${LANGUAGES[language]}`} onClick={change} className="jalon-word">
      {language.toUpperCase()}
    </ToolbarButton>
  );
}
