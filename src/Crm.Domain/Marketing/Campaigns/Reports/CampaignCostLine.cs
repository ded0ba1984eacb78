using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One cost of a campaign.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">On what.</param>
/// <param name="Amount">How much.</param>
/// <param name="SpentOn">When.</param>
public sealed record CampaignCostLine(int Number, string Name, Money Amount, LocalDate SpentOn);
