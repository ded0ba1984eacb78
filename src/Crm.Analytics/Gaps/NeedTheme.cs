using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>What several people want: a candidate for a new product or service, or for teaching what there is already.</summary>
public sealed record NeedTheme
{
    /// <summary>The words that its needs have in common, ordinal.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>How many different people have the need.</summary>
    public required int People { get; init; }

    /// <summary>How many of them are known customers.</summary>
    public required int Customers { get; init; }

    /// <summary>The evidence: every need of the theme, in the order in which they were given.</summary>
    public required IReadOnlyList<UnmetNeed> Evidence { get; init; }

    /// <summary>Products that are about all of its terms. With them the theme is one for education: the answer exists and is not known.</summary>
    public IReadOnlyList<PurchaseKey> MetBy { get; init; } = [];

    /// <summary>Products that are about some of its terms, those about the most first: what a new one would stand beside.</summary>
    public IReadOnlyList<PurchaseKey> Near { get; init; } = [];

    /// <summary>Customers with the need who never bought what would meet it; whom to teach.</summary>
    public IReadOnlyList<PurchaseKey> ToTeach { get; init; } = [];

    /// <summary>Pairs among <see cref="MetBy"/> and <see cref="Near"/> that customers buy in place of each other: none of them is quite it.</summary>
    public IReadOnlyList<SubstitutePair> Substitutes { get; init; } = [];

    /// <summary>Segments in which the need is more frequent than among all, most significant first.</summary>
    public IReadOnlyList<ThemeSegment> Segments { get; init; } = [];

    /// <summary>Whether nothing that is offered meets it.</summary>
    public bool IsGap => MetBy.Count == 0;
}
