using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What was spent on a campaign. Counted once, however many orders follow.</summary>
public sealed class CampaignCost
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    private CampaignCost() => (Name, Amount) = (null!, null!);

    internal CampaignCost(int number, string name, Money amount, LocalDate on) => (Number, Name, Amount, SpentOn) = (number, name, amount, on);

    /// <summary>Counts the costs of the campaign from 1; never used twice.</summary>
    public int Number { get; private set; }

    /// <summary>What it was spent on.</summary>
    public string Name { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; }

    /// <summary>When.</summary>
    public LocalDate SpentOn { get; private set; }
}
