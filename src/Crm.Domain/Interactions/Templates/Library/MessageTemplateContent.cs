using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>What a template says in one language, as templates: see <see cref="TemplateText"/>.</summary>
/// <param name="Language">The language.</param>
/// <param name="Text">The body as plain text; at most 100,000 characters.</param>
public sealed record MessageTemplateContent(LanguageTag Language, string Text)
{
    /// <summary>The subject, one line of at most 500 characters before its values stand in it.</summary>
    /// <value>Null by default: for channels without one.</value>
    public string? Subject { get; init; }

    /// <summary>The body as HTML, for channels that carry it.</summary>
    /// <value>Null by default: plain text alone.</value>
    public string? Html { get; init; }
}
