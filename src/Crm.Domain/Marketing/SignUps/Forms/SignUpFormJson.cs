using System.Text.Json;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>Reads and writes definitions of sign-up forms as JSON.</summary>
internal static class SignUpFormJson
{
    private static readonly Dictionary<string, string> s_none = new(StringComparer.Ordinal);

    public static CrmResult<SignUpFormDefinition> Read(string json, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > SignUpFormDefinition.MaxLength)
        {
            return errors.SignUpFormMalformed("$", $"it is longer than {SignUpFormDefinition.MaxLength} characters");
        }

        try
        {
            var found = new List<CrmError>();
            var definition = Of(JsonSerializer.Deserialize(json, SignUpDocuments.Default.SignUpFormDocument) ?? new SignUpFormDocument(), errors, found);
            found.AddRange(definition.Check(errors));
            return found.Count > 0 ? CrmResult<SignUpFormDefinition>.Failed(found) : definition;
        }
        catch (JsonException unreadable)
        {
            return errors.SignUpFormMalformed(unreadable.Path ?? "$", "JSON of another form was expected");
        }
    }

    public static string Write(SignUpFormDefinition definition) => JsonSerializer.Serialize(
        new SignUpFormDocument
        {
            Language = definition.Language.Value,
            Titles = definition.Titles.ToDictionary(StringComparer.Ordinal),
            Texts = definition.Texts.Count == 0 ? null : definition.Texts.ToDictionary(StringComparer.Ordinal),
            Fields = [.. definition.Fields.Select(f => new SignUpFieldDocument { Key = f.Key, Target = f.Target, Texts = f.Texts.ToDictionary(StringComparer.Ordinal), Required = f.IsRequired })],
            Consents = definition.Consents.Count == 0 ? null
                : [.. definition.Consents.Select(c => new SignUpConsentDocument { Purpose = c.Purpose.Value, Channel = c.Channel.Value, Texts = c.Texts.ToDictionary(StringComparer.Ordinal), Required = c.IsRequired })],
            Wording = definition.Wording,
            Template = definition.Template,
            ConfirmWithinHours = definition.ConfirmWithinHours,
            CreatesBeforeConfirmation = definition.CreatesBeforeConfirmation ? true : null,
            List = definition.List,
            Journey = definition.Journey,
            Campaign = definition.Campaign,
        },
        SignUpDocuments.Default.SignUpFormDocument);

    private static SignUpFormDefinition Of(SignUpFormDocument document, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (!LanguageTag.TryParse(document.Language ?? "en", out var language))
        {
            found.Add(errors.SignUpFormMalformed("$.language", "a language tag such as en or pt-BR was expected"));
        }

        return new SignUpFormDefinition(
            language ?? LanguageTag.Parse("en"),
            document.Titles ?? s_none,
            [.. (document.Fields ?? []).Select(f => new SignUpField(f?.Key ?? string.Empty, f?.Target ?? string.Empty, f?.Texts ?? s_none) { IsRequired = f?.Required == true })],
            document.Template ?? string.Empty)
        {
            Texts = document.Texts ?? s_none,
            Consents = [.. (document.Consents ?? []).Select((c, i) => Of(c ?? new SignUpConsentDocument(), $"$.consents[{i}]", errors, found)).OfType<SignUpConsent>()],
            Wording = document.Wording,
            ConfirmWithinHours = document.ConfirmWithinHours ?? 48,
            CreatesBeforeConfirmation = document.CreatesBeforeConfirmation == true,
            List = document.List,
            Journey = document.Journey,
            Campaign = document.Campaign,
        };
    }

    private static SignUpConsent? Of(SignUpConsentDocument consent, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        try
        {
            return new SignUpConsent(new PurposeKey(consent.Purpose ?? string.Empty), new ChannelKey(consent.Channel ?? string.Empty), consent.Texts ?? s_none) { IsRequired = consent.Required };
        }
        catch (ArgumentException)
        {
            found.Add(errors.SignUpFormMalformed(path, "a purpose and a channel were expected"));
            return null;
        }
    }
}
