namespace Crm.Domain.Customers;

/// <summary>The codes of what may be done with a pair.</summary>
public static class DuplicateTiers
{
    /// <summary>Sure enough to be merged without a person looking.</summary>
    public const string Auto = "auto";

    /// <summary>For a person to decide.</summary>
    public const string Review = "review";
}
