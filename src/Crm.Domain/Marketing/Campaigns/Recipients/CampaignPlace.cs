namespace Crm.Domain.Marketing;

/// <summary>What a customer of the audience is to get.</summary>
/// <param name="Verdict">Whether and when.</param>
/// <param name="Variant">Which variant; null for the control group and for those who wait for the winner.</param>
public sealed record CampaignPlace(SendingVerdict Verdict, string? Variant)
{
    /// <summary>Whether the customer is in the control group.</summary>
    public bool IsControl { get; init; }

    /// <summary>Whether the customer takes part in the test.</summary>
    public bool IsTest { get; init; }
}
