namespace Crm.Domain.Customers;

/// <summary>The codes of how well two values agree, as reasons and rules name it.</summary>
public static class DuplicateLevels
{
    /// <summary>The same value, apart from case, accents, punctuation and notation.</summary>
    public const string Exact = "exact";

    /// <summary>A slip of the pen: a letter or digit more, less, other, or two exchanged; day and month exchanged.</summary>
    public const string Near = "near";

    /// <summary>Much in common, or the same sound.</summary>
    public const string Similar = "similar";

    /// <summary>Something in common: an initial, a short form, one word of several, a part of a date.</summary>
    public const string Partial = "partial";

    /// <summary>Two values that have nothing in common.</summary>
    public const string Different = "different";

    /// <summary>All of them, the best last.</summary>
    public static IReadOnlyList<string> All { get; } = [Different, Partial, Similar, Near, Exact];
}
