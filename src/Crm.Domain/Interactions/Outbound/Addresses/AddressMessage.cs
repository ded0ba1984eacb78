using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>A message to an address that no customer need have, such as the confirmation of a sign-up.</summary>
/// <param name="Key">The same in every try of one message.</param>
/// <param name="TemplateKey">The template, for e-mail.</param>
/// <param name="To">The address.</param>
public sealed record AddressMessage(Guid Key, string TemplateKey, EmailAddress To)
{
    /// <summary>The language of the template's text; its default one when null.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>The values that the template names.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string?> Texts { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}
