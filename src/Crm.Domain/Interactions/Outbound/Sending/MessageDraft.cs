using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A message that is to be written: from a template, or in free words.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record MessageDraft(CustomerId CustomerId)
{
    /// <summary>The template; its channel and purpose hold.</summary>
    /// <value>Null by default: free words, with <see cref="Channel"/>, <see cref="Purpose"/> and <see cref="Text"/>.</value>
    public string? TemplateKey { get; init; }

    /// <summary>The language of the template's text.</summary>
    /// <value>Null by default: the customer's.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>Values besides those of the registered sources; names that no template may use are never used.</summary>
    public TemplateValues? Values { get; init; }

    /// <summary>The channel, for free words.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>The purpose, for free words; without one nothing is sent.</summary>
    public string? Purpose { get; init; }

    /// <summary>The subject, for free words; the first line of the text where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>The body as plain text, for free words.</summary>
    public string? Text { get; init; }

    /// <summary>The address to use: one of the customer's, or a name within a service.</summary>
    /// <value>Null by default: the one that the customer prefers.</value>
    public string? Address { get; init; }

    /// <summary>The record it is about, such as a case.</summary>
    public SubjectReference? About { get; init; }

    /// <summary>Whether a rule sends it, and not a person.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The Message-ID that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Not before this moment.</summary>
    /// <value>Null by default: at once.</value>
    public Instant? SendAt { get; init; }

    /// <summary>Who may read it besides staff.</summary>
    public Audience Audience { get; init; } = Audience.Customer;
}
