using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>What a campaign is to be.</summary>
/// <param name="Key">What programs call it: up to 64 lower-case letters, digits, hyphens and underscores. Never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Channel">The channel.</param>
public sealed record CampaignDraft(string Key, string Name, ChannelKey Channel)
{
    /// <summary>The purpose, for which customers must have agreed.</summary>
    /// <value>Null by default, which counts as <see cref="Purposes.Marketing"/>: never as what needs no consent.</value>
    public PurposeKey? Purpose { get; init; }

    /// <summary>Keys of segments whose members are the audience; at least one, at most 50, before it is scheduled.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Keys of segments whose members are left out; at most 50.</summary>
    public IReadOnlyList<string> ExcludedSegments { get; init; } = [];

    /// <summary>What it sends; at least one variant, at most 10, before it is scheduled.</summary>
    public IReadOnlyList<CampaignVariantDraft> Variants { get; init; } = [];

    /// <summary>How the best variant is found.</summary>
    /// <value>Null by default: every variant goes to its share of the audience.</value>
    public CampaignTest? Test { get; init; }

    /// <summary>The share of those permitted who get nothing, so that the effect can be measured.</summary>
    /// <value>0 by default; less than 1, at most four decimals.</value>
    public decimal ControlShare { get; init; }

    /// <summary>Decides with the customer's id who is in the control group, in the test, and gets which variant.</summary>
    /// <value>Null by default: drawn from the campaign's id.</value>
    public long? Seed { get; init; }

    /// <summary>When messages go out, by the clock of whom they go to.</summary>
    public SendWindow Window { get; init; } = SendWindow.Always;

    /// <summary>What it may cost.</summary>
    /// <value>Null by default: nobody said.</value>
    public Money? Budget { get; init; }
}
