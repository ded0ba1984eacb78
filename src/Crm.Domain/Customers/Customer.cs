using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>
/// A customer: <see cref="Person"/> or <see cref="Organisation"/> under one <see cref="CustomerId"/>. Holds how the customer is
/// named, reached and known elsewhere.
/// </summary>
public abstract partial class Customer : AggregateRoot<CustomerId>
{
    /// <summary>Longest display name.</summary>
    public const int MaxNameLength = 600;

    /// <summary>For the persistence layer.</summary>
    private protected Customer()
    {
        DisplayName = NameFolded = null!;
    }

    private protected Customer(CustomerId id, string displayName, Instant now)
        : base(id)
    {
        DisplayName = displayName;
        NameFolded = FoldedText.Of(displayName, MaxNameLength);
        CreatedAt = StageSince = now;
    }

    /// <summary>Person or organisation.</summary>
    public abstract CustomerKind Kind { get; }

    /// <summary>The name for people.</summary>
    public string DisplayName { get; private set; }

    /// <summary>The name folded for comparison: compatibility-composed and in lower case.</summary>
    public string NameFolded { get; private set; }

    /// <summary>The language the customer prefers.</summary>
    public LanguageTag? Language { get; private set; }

    /// <summary>When the customer was first recorded.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When the customer's personal data were erased; null while they are here.</summary>
    public Instant? ErasedAt { get; private set; }

    /// <summary>This customer as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Sets the language the customer prefers.</summary>
    /// <param name="language">The language; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    public void PreferLanguage(LanguageTag? language, Instant now)
    {
        Language = language;
        Raise(new CustomerLanguageChanged(Id, language, now));
    }

    private protected void SetName(string displayName)
    {
        DisplayName = displayName;
        NameFolded = FoldedText.Of(displayName, MaxNameLength);
    }
}
