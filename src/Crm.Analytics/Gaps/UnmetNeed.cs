using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>Something that somebody wants and has not got.</summary>
/// <param name="Source">Where it was heard.</param>
/// <param name="Id">What it is found by, such as the id of a statement; evidence names it.</param>
/// <param name="Terms">What it is about: words in one form each, such as stems without stop words. Doubles count once.</param>
public sealed record UnmetNeed(NeedSource Source, string Id, IReadOnlyList<string> Terms)
{
    /// <summary>Whose need it is.</summary>
    /// <value>Null by default: nobody known. Such needs are evidence, each as one person where <see cref="Visitor"/> is not said.</value>
    public PurchaseKey? Customer
    {
        get;
        init => field = value is { Kind: PurchaseKeyKind.None } ? null : value;
    }

    /// <summary>Tells people apart who are not known as customers, such as the session of a search.</summary>
    /// <value>Null by default.</value>
    public string? Visitor { get; init; }
}
