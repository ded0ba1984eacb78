using Crm.Analytics.Purchases;

namespace Crm.Analytics.Education;

/// <summary>A product to tell a customer about, why, and what to tell.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Product">The product, which it does not have.</param>
/// <param name="Item">What to teach; null where there is no lesson.</param>
/// <param name="Because">What the customer has that speaks for it.</param>
public sealed record EducationCandidate(PurchaseKey Customer, PurchaseKey Product, string? Item, IReadOnlyList<PurchaseKey> Because)
{
    /// <summary>Of the customers who have what speaks for it, the share who have it: the confidence of the best rule; null where no rule applies.</summary>
    public double? Confidence { get; init; }

    /// <summary>The lift of that rule.</summary>
    public double? Lift { get; init; }

    /// <summary>The model's score; null where the model does not offer it.</summary>
    public double? Score { get; init; }

    /// <summary>Whether the customer is left untold, to compare with.</summary>
    public bool IsControl { get; init; }
}
