using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>Checks definitions of sign-up forms in themselves.</summary>
internal static class SignUpFormChecks
{
    public static IReadOnlyList<CrmError> Of(SignUpFormDefinition definition, CrmErrorDescriber errors)
    {
        var found = new List<CrmError>();
        void Wrong(string path, string problem) => found.Add(errors.SignUpFormMalformed(path, problem));
        Texts(definition, definition.Titles, "$.titles", isNeeded: true, Wrong);
        Texts(definition, definition.Texts, "$.texts", isNeeded: false, Wrong);
        Fields(definition, Wrong);
        Consents(definition, Wrong);
        if (string.IsNullOrWhiteSpace(definition.Template))
        {
            Wrong("$.template", "the message template of the confirmation was expected");
        }

        if (definition.ConfirmWithinHours is < 1 or > SignUpFormDefinition.MaxHours)
        {
            Wrong("$.confirmWithinHours", $"1 to {SignUpFormDefinition.MaxHours} hours were expected");
        }

        if (definition.Wording is null ? definition.Consents.Count > 0 : !SingleLine.TryClean(definition.Wording, SignUpFormDefinition.MaxWordingLength, out var name) || name.Length == 0)
        {
            Wrong("$.wording", "the name of the version of these words was expected, which proves what was agreed to");
        }

        return found;
    }

    private static void Fields(SignUpFormDefinition definition, Action<string, string> wrong)
    {
        if (definition.Fields.Count is 0 or > SignUpFormDefinition.MaxFields || definition.Fields.Count(f => f.Target == SignUpField.Email) != 1)
        {
            wrong("$.fields", $"1 to {SignUpFormDefinition.MaxFields} fields were expected, one of them for the e-mail address");
        }

        foreach (var (field, path) in definition.Fields.Select((f, i) => (f, $"$.fields[{i}]")))
        {
            if (!SignUpForm.IsKey(field.Key) || definition.Fields.Count(f => f.Key == field.Key) > 1)
            {
                wrong($"{path}.key", $"up to {SignUpField.MaxKeyLength} lower-case letters, digits and hyphens were expected, a letter first, and each key once");
            }

            if (!field.HasKnownTarget || (field.Target != SignUpField.Words && definition.Fields.Count(f => f.Target == field.Target) > 1))
            {
                wrong($"{path}.target", "email, givenName, familyName, phone, words or custom: with the key of a custom field was expected, and each but words once");
            }

            Texts(definition, field.Texts, $"{path}.texts", isNeeded: true, wrong);
        }
    }

    private static void Consents(SignUpFormDefinition definition, Action<string, string> wrong)
    {
        if (definition.Consents.Count > SignUpFormDefinition.MaxConsents)
        {
            wrong("$.consents", $"at most {SignUpFormDefinition.MaxConsents} consents were expected");
        }

        foreach (var (consent, path) in definition.Consents.Select((c, i) => (c, $"$.consents[{i}]")))
        {
            if (definition.Consents.Count(c => c.Key == consent.Key) > 1)
            {
                wrong(path, $"{consent.Key} is there twice");
            }

            Texts(definition, consent.Texts, $"{path}.texts", isNeeded: true, wrong);
        }
    }

    private static void Texts(SignUpFormDefinition definition, IReadOnlyDictionary<string, string> texts, string path, bool isNeeded, Action<string, string> wrong)
    {
        if ((isNeeded || texts.Count > 0) && !texts.ContainsKey(definition.Language.Value))
        {
            wrong(path, $"a text in {definition.Language} was expected");
        }

        foreach (var (language, text) in texts)
        {
            if (!LanguageTag.TryParse(language, out var tag) || tag.Value != language)
            {
                wrong($"{path}.{language}", "a language tag such as en or pt-BR was expected");
            }
            else if (!SingleLine.TryClean(text, SignUpFormDefinition.MaxTextLength, out var clean) || clean.Length == 0)
            {
                wrong($"{path}.{language}", $"one line of at most {SignUpFormDefinition.MaxTextLength} characters was expected");
            }
        }
    }
}
