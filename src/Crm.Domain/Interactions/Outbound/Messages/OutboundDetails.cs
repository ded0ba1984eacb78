using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What is known of a message that is to go out.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose, such as <c>transactional</c>; without a registered one nothing is sent.</param>
public sealed record OutboundDetails(CustomerId CustomerId, ChannelKey Channel, string Purpose)
{
    /// <summary>The record it is about, such as a case.</summary>
    public SubjectReference? About { get; init; }

    /// <summary>Whether a rule sends it, and not a person: answers to what came in are counted then.</summary>
    /// <value>False by default.</value>
    public bool IsAutomatic { get; init; }

    /// <summary>The Message-ID that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Not before this moment.</summary>
    /// <value>Null by default: at once.</value>
    public Instant? SendAt { get; init; }

    /// <summary>Who may read it besides staff.</summary>
    /// <value><see cref="Audience.Customer"/> by default: the customer who gets it.</value>
    public Audience Audience { get; init; } = Audience.Customer;

    /// <summary>The template that it was made of.</summary>
    public string? TemplateKey { get; init; }

    /// <summary>Which version of the template.</summary>
    public int? TemplateVersion { get; init; }

    /// <summary>The language it is written in.</summary>
    public LanguageTag? Language { get; init; }
}
