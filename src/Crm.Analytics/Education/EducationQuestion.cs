using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Uplift;

namespace Crm.Analytics.Education;

/// <summary>What candidates for education and cross-sell are made of.</summary>
public sealed record EducationQuestion
{
    /// <summary>Who has what.</summary>
    public required OwnedProducts Owned { get; init; }

    /// <summary>Rules of what is bought together. A rule applies to who has all of its first side and not the second; redundant and insignificant ones do not.</summary>
    /// <value>Null by default.</value>
    public RuleTable? Rules { get; init; }

    /// <summary>Products to offer next, by a model.</summary>
    /// <value>Null by default.</value>
    public NextProductTable? Offers { get; init; }

    /// <summary>What there is to teach. Of several about one product, the first.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>Whether a product without a lesson is a candidate too.</summary>
    /// <value>False by default: there must be something to teach.</value>
    public bool IncludeWithoutLesson { get; init; }

    /// <summary>The customers who may be told: those who agreed. Nobody else becomes a candidate.</summary>
    /// <value>Empty by default: nobody.</value>
    public IReadOnlySet<PurchaseKey> MayBeTold { get; init; } = new HashSet<PurchaseKey>();

    /// <summary>Who is left untold, so that the effect can be seen.</summary>
    /// <value>Null by default: nobody.</value>
    public ControlGroup? Control { get; init; }

    /// <summary>How many candidates each customer gets at most.</summary>
    /// <value>Default 3; at least 1.</value>
    public int PerCustomer { get; init; } = 3;
}
